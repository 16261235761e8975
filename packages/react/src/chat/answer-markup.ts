import { Marked, type Token, type Tokens } from "marked";

/** Headings of an answer begin below the panel's own: h2 is the panel, h3 a message. */
const FIRST_HEADING = 4;
const followable = /^(?:https?:\/\/|mailto:|#|\.{0,2}\/)/i;

/** Whether a link to this address may be made at all: a path, an anchor, a web page or a mail address. */
export const isFollowable = (href: string): boolean => followable.test(href);

const marked = new Marked({
  gfm: true,
  async: false,
  hooks: { processAllTokens: lowerHeadings },
  renderer: {
    // An answer quotes what it was given: markup in it is text, and an image would tell a stranger who reads.
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escaped(text),
    image: ({ text }: Tokens.Image) => escaped(text),
    link({ tokens, href }: Tokens.Link) {
      const text = this.parser.parseInline(tokens);
      return isFollowable(href) ? `<a href="${escaped(href)}">${text}</a>` : text;
    },
    // A check box that nobody can tick is a sign and not a control.
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? "☑ " : "☐ "),
  },
});

/**
 * Turns an answer's Markdown into HTML without raw markup, images or links that run something.
 * The sanitiser goes over it all the same: this is the first of two fences.
 */
export const answerMarkup = (markdown: string): string => marked.parse(markdown, { async: false });

/** Moves the headings below the panel's, whichever level the answer begins with, so that none is skipped. */
function lowerHeadings(tokens: Token[]): Token[] {
  const headings: Tokens.Heading[] = [];
  marked.walkTokens(tokens, (token) => {
    if (isHeading(token)) headings.push(token);
  });
  const shallowest = Math.min(...headings.map(({ depth }) => depth));
  for (const heading of headings) heading.depth = Math.min(6, FIRST_HEADING + heading.depth - shallowest);
  return tokens;
}
const isHeading = (token: Token): token is Tokens.Heading => token.type === "heading";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
