import type { TranscriptWords } from "./index.ts";

/** The words of a conversation that is taken along as a file, in French. */
export const fr = {
  question: "Question",
  answer: "Réponse",
  sources: "Sources",
  hidden: "Ce message a été masqué par un modérateur.",
  incomplete: "Cette réponse est incomplète.",
  untitled: "Conversation",
} satisfies TranscriptWords;
