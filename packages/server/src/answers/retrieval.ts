import type { Book, FoundPassage } from "../book/book.ts";
import { contentWords, sameStem } from "../book/words.ts";
import type { Question } from "./prompt.ts";

/** Below this share of the question's words, by weight, a passage is about something else. */
const leastCoverage = 0.25;
/** Passages that fit half as well as the best one lead away from the question. */
const leastShareOfBest = 0.5;
/** A marked text can be long; its beginning says where it comes from. */
const selectionLength = 600;
/** So much of a marked text tells the passage that it stands in from all others; fewer words than these do not. */
const markLength = 80;
const leastMarkedWords = 3;
/** A question with so few words of its own can go on from the one before it: "and for guests?" */
const fewWords = 3;

export interface Retrieval {
  /** How many places of the book an answer may rest on. */
  readonly most: number;
  /** The reader's last question in this conversation. */
  readonly previous?: string | undefined;
}

/**
 * The passages that an answer rests on, best first; none when the book does not speak about the question.
 * A short follow-up is read together with the question before it, and one without any words of its own
 * ("why?") together with the page that the reader is on.
 */
export async function findPassages(
  book: Pick<Book, "search">,
  asked: Question,
  { most, previous }: Retrieval,
): Promise<FoundPassage[]> {
  const words = [asked.question, asked.selection?.slice(0, selectionLength)].filter(Boolean).join("\n");
  const find = (text: string) => findFitting(book, text, asked, most);
  const own = contentWords(words);
  const alone = await find(words);
  if (previous !== undefined && (own.length <= fewWords || alone.length === 0)) {
    const together = await find(`${words}\n${previous}`);
    const about = together.filter(({ title, text }) => own.length === 0 || speaksOf(`${title} ${text}`, own));
    return firstOfEach([...about, ...alone]).slice(0, most);
  }
  if (alone.length > 0 || own.length > 0 || asked.page === undefined) return alone;
  return find(wordsOf(asked.page));
}

async function findFitting(
  book: Pick<Book, "search">,
  words: string,
  { page, selection }: Question,
  most: number,
): Promise<FoundPassage[]> {
  const found = await book.search(words, { limit: 2 * most, page });
  const best = found[0]?.score ?? 0;
  const marked = lettersOf(selection?.slice(0, markLength) ?? "");
  const tells = marked.split(" ").length >= leastMarkedWords;
  // The passage that a reader has marked is meant, whatever fits its words as well.
  const around = tells ? found.filter(({ text }) => lettersOf(text).includes(marked)) : [];
  const fitting = found.filter(
    ({ score, coverage }) => coverage >= leastCoverage && score >= best * leastShareOfBest,
  );
  return firstOfEach([...new Set([...around, ...fitting])]).slice(0, most);
}

/** As a text is read, however it is set. */
function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** A long section is several passages with one address; its best one speaks for it. */
function firstOfEach(passages: readonly FoundPassage[]): FoundPassage[] {
  const firstByUrl = new Map(passages.toReversed().map((passage) => [passage.url, passage]));
  return passages.filter((passage) => firstByUrl.get(passage.url) === passage);
}

function speaksOf(text: string, words: readonly string[]): boolean {
  const spoken = contentWords(text);
  return words.some((word) => spoken.some((other) => sameStem(word, other)));
}

/** `/how-sessions-work#refresh` says what its page is about. */
function wordsOf(page: string): string {
  const url = URL.parse(page, "http://book.invalid");
  return `${url?.pathname ?? ""} ${url?.hash ?? ""}`.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
