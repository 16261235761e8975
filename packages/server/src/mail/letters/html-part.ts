import { escapeHtml, toHtml, toText } from "../direction.ts";
import type { LetterFrame, LetterParts, Link } from "./layout.ts";
import { type Part, sheetOfStyles, styleOf } from "./styles.ts";

/**
 * The letter as mail programs show it: no script, no picture, nothing to load, every style on its element. Some
 * programs drop `<html>` and `<body>`, so the sheet says language and direction once more.
 */
export function toHtmlPart(parts: LetterParts, frame: LetterFrame, sentTo: string): string {
  const { language, direction, linkBelowButton } = frame.sentences;
  const { facts = [], code, button, unsubscribe } = parts;
  const act = [
    code && codeBox(code),
    button && buttonRow(button),
    parts.valid && paragraph("quiet", toHtml(parts.valid)),
  ];
  const seen = facts.length > 0 && factsTable(facts);
  const blocks = [
    paragraph("book", `<bdi>${escapeHtml(frame.book)}</bdi>`),
    parts.greeting && paragraph("ink", toHtml(parts.greeting)),
    ...parts.lead.split(/\n{2,}/).map(leadParagraph(parts)),
    ...(code ? [...act, seen] : [seen, ...act]),
    parts.notYou && paragraph("quiet", toHtml(parts.notYou)),
    `<div class="rule" style="${styleOf("rule")}"></div>`,
    paragraph("small", toHtml(parts.why)),
    paragraph("small", toHtml(sentTo)),
    button && paragraph("small", `${toHtml(linkBelowButton)}<br>${address(button.url)}`),
    unsubscribe && paragraph("small", link(unsubscribe)),
  ];
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${escapeHtml(toText(parts.subject, "ltr"))}</title>
<style>${sheetOfStyles}</style>
</head>
<body class="paper" style="${styleOf("paper")}">
<div class="preheader" style="${styleOf("preheader")}">${toHtml(parts.lead)}</div>
<div class="sheet" lang="${language}" dir="${direction}" style="${styleOf("sheet")}">
${blocks.filter(Boolean).join("\n")}
</div>
</body>
</html>
`;
}

/** Without a greeting the words are an operator's, in whatever language. */
function leadParagraph({ greeting }: LetterParts) {
  return (text: string) =>
    `<p class="ink"${greeting ? "" : ` dir="auto"`} style="${styleOf("ink")}">${toHtml(text).replaceAll("\n", "<br>")}</p>`;
}

function codeBox(code: NonNullable<LetterParts["code"]>): string {
  return `<div class="code" style="${styleOf("code")}">
${paragraph("label", toHtml(code.label))}
<p class="digits" style="${styleOf("digits")}"><bdi dir="ltr">${escapeHtml(code.digits)}</bdi></p>
${paragraph("label", toHtml(code.note))}
</div>`;
}

function factsTable(facts: NonNullable<LetterParts["facts"]>): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td class="term" style="${styleOf("term")}">${toHtml(label)}</td>` +
      `<td class="value" style="${styleOf("value")}">${toHtml(value)}</td></tr>`,
  );
  return `<table class="facts" style="${styleOf("facts")}">\n${rows.join("\n")}\n</table>`;
}

/** A cell, because Outlook on Windows gives no padding to a link. */
function buttonRow({ label, url }: Link): string {
  return `<table role="presentation" style="${styleOf("buttonRow")}"><tr><td class="button" style="${styleOf("button")}"><a class="press" href="${escapeHtml(url)}" style="${styleOf("press")}">${toHtml(label)}</a></td></tr></table>`;
}

function link({ label, url }: Link): string {
  return `<a href="${escapeHtml(url)}" style="${styleOf("link")}">${toHtml(label)}</a>`;
}

function address(url: string): string {
  return `<bdi dir="ltr" style="${styleOf("address")}">${escapeHtml(url)}</bdi>`;
}

function paragraph(part: Part, html: string): string {
  return `<p class="${part}" style="${styleOf(part)}">${html}</p>`;
}
