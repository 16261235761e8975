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
    if (node.nodeName === "A" && !isInBook(node.getAttribute("href") ?? "")) {
      node.setAttribute("rel", "noopener nofollow");
    }
  });
  return made;
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
