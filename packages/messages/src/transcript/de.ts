import type { TranscriptWords } from "./index.ts";

/** The words of a conversation that is taken along as a file, in German. */
export const de = {
  question: "Frage",
  answer: "Antwort",
  sources: "Quellen",
  hidden: "Diese Nachricht wurde von der Moderation ausgeblendet.",
  incomplete: "Diese Antwort ist unvollständig.",
  untitled: "Gespräch",
} satisfies TranscriptWords;
