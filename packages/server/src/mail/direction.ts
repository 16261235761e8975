// A value of one direction inside a sentence of another would rearrange it. The catalogue's sentences get
// their values between invisible isolates (Unicode UAX 9); in HTML these become `<bdi>`.
const marks = /[\u2066-\u2069\u202a-\u202e\u200e\u200f]/g;

/** A value that is always read from left to right: an address, a code. */
export function isolateLeftToRight(value: string): string {
  return `\u2066${value.replace(marks, "")}\u2069`;
}

/** A value whose own letters decide: a name. */
export function isolate(value: string): string {
  return `\u2068${value.replace(marks, "")}\u2069`;
}

/** A sentence for HTML: escaped, with its isolated values in `<bdi>`. */
export function toHtml(sentence: string): string {
  return escapeHtml(sentence)
    .replaceAll("\u2066", `<bdi dir="ltr">`)
    .replaceAll("\u2068", "<bdi>")
    .replaceAll("\u2069", "</bdi>");
}

/** A sentence for plain text. From left to right the marks are of little use, and some terminals print them. */
export function toText(sentence: string, direction: "ltr" | "rtl"): string {
  return direction === "ltr" ? sentence.replace(marks, "") : sentence;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
