/** The distinct words of a text that say what it is about, in order, in lower case. */
export function contentWords(text: string): string[] {
  const words =
    text
      .toWellFormed()
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => !commonWords.has(word));
}

/** Whether two words are forms of one: `verify` and `verified`, `session` and `sessions`. */
export function sameStem(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 3 || long.length - short.length > 4) return false;
  if (short.length === 3) return long === `${short}s`;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  return shared >= Math.max(4, short.length - 2);
}

/** English words that say nothing about a question, besides those that Postgres leaves out by itself. */
export function isCommon(word: string): boolean {
  return commonWords.has(word);
}

/** What is said to whoever answers. None of them is another word that was misspelt. */
export function isCourtesy(word: string): boolean {
  return courtesies.has(word);
}

const courtesies = new Set("bye cheers great hello okay perfect thank thanks thx welcome wow".split(" "));

const commonWords = new Set(
  (
    "a about after all also am an and any are as at be because been before being but by can could did do does doing done " +
    "each else explain for from get gets give had has have having he her here him his how i if in into is it its just let like " +
    "many may me mean meaning means meant might more most much must my no not now of off on one only or other our out over own please same she " +
    "should so some such tell than that the their them then there these they this those through to too under until up " +
    "us use very was we were what when where which while who whom whose why will with without work works would you your"
  ).split(" "),
);
