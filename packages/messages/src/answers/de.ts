import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in German. */
export const de = {
  standIn: "Das Sprachmodell antwortet gerade nicht, darum hier das Buch selbst.",
  onePassage: "Das sagt das Buch dazu:",
  severalPassages: "Diese Stellen des Buchs passen am besten zu Ihrer Frage:",
  nearest: "Das Buch spricht nicht direkt davon. Am nächsten kommt dies:",
  nothing:
    "Dazu habe ich im Buch nichts gefunden. Versuchen Sie es mit anderen Wörtern, zum Beispiel mit denen, die das Buch selbst in seinen Überschriften verwendet, oder fragen Sie nach einer Sache auf einmal.",
} satisfies AnswerSentences;
