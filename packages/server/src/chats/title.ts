/** In UTF-16 units. */
const maxLength = 80;
/** What is shorter is a greeting: the sentence after it belongs to the title. */
const leastLength = 15;

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/** A conversation is called by its first question: its first sentence on one line, cut between words of any script. */
export function titleFromQuestion(question: string): string {
  const line = question
    .toWellFormed()
    // Marks of code, and characters that turn the direction of what follows.
    .replace(/[`\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  let title = "";
  for (const { segment } of sentences.segment(line.slice(0, 4 * maxLength))) {
    if (
      title.trim().length >= leastLength ||
      (title !== "" && title.length + segment.trim().length > maxLength)
    )
      break;
    title += segment;
  }
  return cutBetweenWords(title.trim());
}

function cutBetweenWords(text: string): string {
  if (text.length <= maxLength) return text;
  let cut = "";
  for (const { segment } of words.segment(text)) {
    if (cut.length + segment.length > maxLength - 1) break;
    cut += segment;
  }
  // One word that fills the line by itself.
  if (cut === "") cut = text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut.replace(/[\s\p{P}]+$/u, "")}…`;
}
