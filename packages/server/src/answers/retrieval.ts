import type { Book, FoundPassage } from "../book/book.ts";
import type { Question } from "./prompt.ts";

/** At most so many places of the book go into an answer. */
const maxPassages = 3;
/** Below this share of the question's words, by weight, a passage is about something else. */
const leastCoverage = 0.35;
/** Passages that fit half as well as the best one lead away from the question. */
const leastShareOfBest = 0.5;
/** A marked text can be long; its beginning says where it comes from. */
const selectionLength = 600;

/**
 * The passages that an answer rests on, best first; none when the book does not speak about the question.
 * A follow-up that finds nothing by itself ("and for guests?") is read together with the question before it.
 */
export async function findPassages(
  book: Pick<Book, "search">,
  asked: Question,
  previousQuestion: string | undefined,
): Promise<FoundPassage[]> {
  const words = [asked.question, asked.selection?.slice(0, selectionLength)].filter(Boolean).join("\n");
  const found = await findFitting(book, words, asked.page);
  if (found.length > 0 || previousQuestion === undefined) return found;
  return findFitting(book, `${words}\n${previousQuestion}`, asked.page);
}

async function findFitting(book: Pick<Book, "search">, words: string, page: string | undefined) {
  const found = await book.search(words, { limit: 2 * maxPassages, page });
  const best = found[0]?.score ?? 0;
  const fitting = found.filter(
    ({ score, coverage }) => coverage >= leastCoverage && score >= best * leastShareOfBest,
  );
  // A long section is several passages with one address; its best one speaks for it.
  const firstByUrl = new Map(fitting.toReversed().map((passage) => [passage.url, passage]));
  return fitting.filter((passage) => firstByUrl.get(passage.url) === passage).slice(0, maxPassages);
}
