import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in German. */
export const de = {
  onePassage: "Das sagt das Buch dazu:",
  severalPassages: "Diese Stellen des Buchs passen am besten zu Ihrer Frage:",
  nothing:
    "Dazu habe ich im Buch nichts gefunden. Versuchen Sie es mit anderen Wörtern, zum Beispiel mit denen, die das Buch selbst in seinen Überschriften verwendet, oder fragen Sie nach einer Sache auf einmal.",
} satisfies AnswerSentences;
