import { expect, test } from "vitest";
import { answerMarkup } from "./answer-markup.ts";

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "text <b onclick=alert(1)>bold</b> text",
  "<iframe src=https://example.com></iframe>",
])("markup in an answer is text: %s", (answer) => {
  expect(answerMarkup(answer)).not.toMatch(/<(script|img|b|iframe)\b/);
  expect(answerMarkup(answer)).toContain("&lt;");
});

test.each([
  "[here](javascript:alert(1))",
  "[here](JaVaScRiPt:alert(1))",
  "[here](data:text/html;base64,PHNjcmlwdD4=)",
  "[here](vbscript:run)",
  "[here](&#106;avascript:alert(1))",
])("a link that would run something keeps its words only: %s", (answer) => {
  expect(answerMarkup(answer)).toBe("<p>here</p>\n");
});

test.each(["/start#install", "#install", "https://example.com/a?b=1&c=2", "mailto:alice@example.com"])(
  "a link to %s is a link",
  (href) => {
    expect(answerMarkup(`[here](${href})`)).toContain(`<a href="${href.replaceAll("&", "&amp;")}">here</a>`);
  },
);

test("a quotation mark in an address does not end its attribute", () => {
  expect(answerMarkup('[here](<https://example.com/" onclick="x>)')).not.toContain('" onclick');
});

test("an image is its description, so that nothing is fetched from elsewhere", () => {
  expect(answerMarkup("![a map](https://example.com/map.png)")).toBe("<p>a map</p>\n");
});

test("headings of an answer stand below those of the panel", () => {
  expect(answerMarkup("# One\n\n### Three")).toBe("<h4>One</h4>\n<h6>Three</h6>\n");
  expect(answerMarkup("### First\n\n> #### Second")).toContain("<h4>First</h4>");
  expect(answerMarkup("### First\n\n> #### Second")).toContain("<h5>Second</h5>");
});

test("half of a Markdown link, as it arrives, is not a link yet", () => {
  expect(answerMarkup("see [the start](/sta")).not.toContain("<a");
});
