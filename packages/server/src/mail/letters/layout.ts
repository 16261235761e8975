import type { Letters } from "@bookplate/messages/letters";
import { escapeHtml, isolate, isolateLeftToRight, toHtml, toText } from "../direction.ts";
import { type Colour, darkStyles, styleOf } from "./styles.ts";

/** What a letter says, in the order in which it is read. Every text is a finished sentence. */
export interface LetterParts {
  readonly subject: string;
  readonly greeting: string;
  readonly lead: string;
  readonly code?: { readonly label: string; readonly digits: string; readonly note: string };
  readonly button: { readonly label: string; readonly url: string };
  /** How long it is valid. */
  readonly valid: string;
  /** Why it came. */
  readonly why: string;
  /** What to do if it was not the reader. */
  readonly notYou: string;
}

export interface LetterFrame {
  readonly sentences: Letters;
  readonly to: string;
  /** What letters call the book. */
  readonly book: string;
}

export interface LetterBody {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Prints one letter twice, as HTML without anything to load, and as text that is complete in itself. */
export function layOut(parts: LetterParts, frame: LetterFrame): LetterBody {
  return {
    // A header has no direction of its own to protect, and isolates would only show as boxes in lists.
    subject: toText(parts.subject, "ltr"),
    html: toHtmlPart(parts, frame),
    text: toTextPart(parts, frame),
  };
}

function footer({ sentences, to, book }: LetterFrame): string {
  return sentences.sentTo({ to: isolateLeftToRight(to), book: isolate(book) });
}

function toTextPart(parts: LetterParts, frame: LetterFrame): string {
  const { sentences } = frame;
  const { code, button } = parts;
  const paragraphs = [
    parts.greeting,
    parts.lead,
    ...(code ? [`${code.label}: ${code.digits}\n${code.note}`] : []),
    `${code ? sentences.linkInText : sentences.onlyLinkInText}\n${button.url}`,
    parts.valid,
    parts.why,
    parts.notYou,
    footer(frame),
  ];
  return `${toText(paragraphs.join("\n\n"), sentences.direction)}\n`;
}

function toHtmlPart(parts: LetterParts, frame: LetterFrame): string {
  const { sentences } = frame;
  const { code, button } = parts;
  const url = escapeHtml(button.url);
  return `<!doctype html>
<html lang="${sentences.language}" dir="${sentences.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(toText(parts.subject, "ltr"))}</title>
<style>${darkStyles}</style>
</head>
<body class="paper" style="${styleOf("paper")}">
<div class="sheet" style="${styleOf("sheet")}">
${paragraph("book", escapeHtml(frame.book))}
${paragraph("ink", toHtml(parts.greeting))}
${paragraph("ink", toHtml(parts.lead))}
${code ? codeBox(code) : ""}
<p style="${styleOf("buttonRow")}"><a class="button" href="${url}" style="${styleOf("button")}">${toHtml(button.label)}</a></p>
${paragraph("quiet", toHtml(parts.valid))}
<div class="rule" style="${styleOf("rule")}"></div>
${paragraph("quiet", toHtml(parts.why))}
${paragraph("quiet", toHtml(parts.notYou))}
${paragraph("quiet", toHtml(footer(frame)))}
${paragraph("quiet", `${toHtml(sentences.linkBelowButton)}<br><bdi dir="ltr" style="${styleOf("address")}">${url}</bdi>`)}
</div>
</body>
</html>
`;
}

function codeBox(code: { label: string; digits: string; note: string }): string {
  return `<div class="code" style="${styleOf("code")}">
${paragraph("label", toHtml(code.label))}
<p class="digits" style="${styleOf("digits")}"><bdi dir="ltr">${escapeHtml(code.digits)}</bdi></p>
${paragraph("label", toHtml(code.note))}
</div>`;
}

function paragraph(className: Colour, html: string): string {
  return `<p class="${className}" style="${styleOf(className)}">${html}</p>`;
}
