import type { TranscriptWords } from "./index.ts";

/** The words of a conversation that is taken along as a file, in Spanish. */
export const es = {
  question: "Pregunta",
  answer: "Respuesta",
  sources: "Fuentes",
  hidden: "Un moderador ha ocultado este mensaje.",
  incomplete: "Esta respuesta está incompleta.",
  untitled: "Conversación",
} satisfies TranscriptWords;
