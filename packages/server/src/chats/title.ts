import { shorten } from "../book/excerpt.ts";

const maxLength = 60;

/** A conversation is called by its first question, on one line and cut at a word. */
export function titleFromQuestion(question: string): string {
  return shorten(question.replaceAll("`", "'").replace(/\s+/g, " ").trim(), maxLength);
}
