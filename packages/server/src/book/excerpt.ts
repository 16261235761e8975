import { withoutCodeMarks } from "./inline.ts";
import { contentWords, sameStem } from "./words.ts";

/** A sentence, or a block of code as a whole. */
export interface ExcerptPart {
  readonly kind: "sentence" | "code";
  readonly text: string;
  /** Parts with the same number stand in one paragraph. */
  readonly paragraph: number;
}

/**
 * The neighbouring sentences of a passage that say most about a question.
 *
 * @param maxLength - in UTF-16 units; one sentence that is longer by itself is cut at a word
 */
export function findExcerpt(passage: string, question: string, maxLength: number): ExcerptPart[] {
  const parts = readParts(passage);
  const wanted = contentWords(question);
  const found = parts.map(({ text }) => {
    const words = contentWords(text);
    return new Set(wanted.filter((word) => words.some((other) => sameStem(word, other))));
  });

  let best = { start: 0, end: 0, length: 0, score: -1 };
  for (let start = 0; start < parts.length; start += 1) {
    const covered = new Set<string>();
    let length = 0;
    let end = start;
    let hits = 0;
    for (; end < parts.length; end += 1) {
      const next = lengthOf(parts[end]);
      if (length + next > maxLength && end > start) break;
      length += next;
      for (const word of found[end] ?? []) covered.add(word);
      if ((found[end]?.size ?? 0) > 0) hits += 1;
    }
    // Where a section begins, or a sentence that matters, an excerpt reads better than half way up to it.
    const goodStart = start === 0 || (found[start]?.size ?? 0) > 0;
    const score = covered.size * 2 + hits * 0.5 + (goodStart ? 0.75 : 0);
    if (score > best.score) best = { start, end, length, score };
  }

  // A lone last sentence says more after the one that it continues.
  let { start, length } = best;
  while (start > 0 && length < maxLength / 2 && length + lengthOf(parts[start - 1]) <= maxLength) {
    start -= 1;
    length += lengthOf(parts[start]);
  }
  const excerpt = parts.slice(start, best.end);
  const [only] = excerpt;
  if (excerpt.length !== 1 || !only) return excerpt;
  return [
    {
      ...only,
      text: only.kind === "code" ? shortenCode(only.text, maxLength) : shorten(only.text, maxLength),
    },
  ];
}

/** The excerpt as one line of plain text. */
export function plainExcerpt(passage: string, question: string, maxLength: number): string {
  const parts = findExcerpt(passage, question, maxLength).map(({ text }) => withoutCodeMarks(text).trim());
  // Rows and items end without a full stop; a semicolon keeps them apart on one line.
  const line = parts.map((part, i) =>
    i < parts.length - 1 && /[\p{L}\p{N}]$/u.test(part) ? `${part};` : part,
  );
  return shorten(line.join(" ").replace(/\s+/g, " ").trim(), maxLength);
}

function lengthOf(part: ExcerptPart | undefined): number {
  return part === undefined ? 0 : part.text.length + 1;
}

/** Cuts at a word and says so. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = cut.lastIndexOf(" ");
  const whole = space > maxLength / 2 ? cut.slice(0, space) : cut;
  const balanced = whole.split("`").length % 2 === 1 ? whole : whole.slice(0, whole.lastIndexOf("`"));
  return `${balanced.replace(/[\s,;:·]+$/, "")}…`;
}

/** Whole lines of a code block, with its fences. */
function shortenCode(block: string, maxLength: number): string {
  const lines = block.split("\n");
  const fence = lines.at(-1) ?? "";
  const shown = lines.slice(0, -1);
  let length = block.length;
  while (shown.length > 2 && length > maxLength) length -= (shown.pop()?.length ?? 0) + 1;
  return [...shown, ...(shown.length < lines.length - 1 ? ["…"] : []), fence].join("\n");
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

function readParts(passage: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let paragraph = 0;
  // Code blocks may hold empty lines; everything else is one paragraph per block.
  for (const block of passage.split(/^(`{3,}[^\n]*\n[\s\S]*?\n`{3,})$/m)) {
    if (block.startsWith("```")) {
      parts.push({ kind: "code", text: block, paragraph: paragraph++ });
      continue;
    }
    for (const text of block
      .split("\n\n")
      .map((text) => text.trim())
      .filter(Boolean)) {
      for (const sentence of splitSentences(text))
        parts.push({ kind: "sentence", text: sentence, paragraph });
      paragraph += 1;
    }
  }
  return parts;
}

function splitSentences(text: string): string[] {
  const parts: string[] = [];
  for (const { segment } of sentences.segment(text)) {
    const last = parts.at(-1);
    // A full stop inside a code span ends no sentence.
    if (last !== undefined && last.split("`").length % 2 === 0) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}
