import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in Spanish. */
export const es = {
  onePassage: "Esto es lo que dice el libro al respecto:",
  severalPassages: "Estas partes del libro son las que mejor responden a su pregunta:",
  nothing:
    "No he encontrado nada sobre esto en el libro. Pruebe con otras palabras, por ejemplo las que el propio libro usa en sus títulos, o pregunte una sola cosa cada vez.",
} satisfies AnswerSentences;
