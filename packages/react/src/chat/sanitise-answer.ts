import createDOMPurify, { type DOMPurify } from "dompurify";

const TAGS = [
  ..."p br hr strong em del code pre blockquote ul ol li a".split(" "),
  ..."h4 h5 h6 table thead tbody tr th td".split(" "),
];

let made: DOMPurify | undefined;

// Made with the first answer: a page that is rendered on a server has no window.
function purifier(): DOMPurify {
  if (made !== undefined) return made;
  made = createDOMPurify(window);
  made.addHook("afterSanitizeAttributes", (node) => {
    // What scrolls must be reachable by keyboard.
    if (node.nodeName === "PRE") node.setAttribute("tabindex", "0");
    const direction = directionOf(node.nodeName);
    if (direction !== undefined) node.setAttribute("dir", direction);
    if (node.nodeName === "A" && !isInBook(node.getAttribute("href") ?? "")) {
      node.setAttribute("rel", "noopener nofollow");
    }
  });
  return made;
}

/**
 * An answer in one language may quote another, so each paragraph runs as its own letters do; code runs from left to
 * right in every book. An attribute, because Docusaurus mirrors what a style sheet says about directions.
 */
function directionOf(nodeName: string): "ltr" | "auto" | undefined {
  if (nodeName === "PRE") return "ltr";
  return /^(?:P|LI|H[4-6]|T[HD])$/.test(nodeName) ? "auto" : undefined;
}

/** Keeps the tags that Markdown makes and drops everything else. The second fence after the renderer's own. */
export function sanitiseAnswer(html: string): DocumentFragment {
  return purifier().sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ["href", "start"],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|[/#.])/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}

/** Whether an address lies on the book's own origin. */
export function isInBook(href: string): boolean {
  return URL.canParse(href, document.baseURI) && new URL(href, document.baseURI).origin === location.origin;
}
