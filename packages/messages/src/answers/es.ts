import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in Spanish. */
export const es = {
  standIn: "El modelo de lenguaje no responde en este momento, así que aquí está el propio libro.",
  onePassage: "Esto es lo que dice el libro al respecto:",
  severalPassages: "Estas partes del libro son las que mejor responden a su pregunta:",
  nearest: "El libro no habla de esto directamente. Lo más cercano es esto:",
  nothing:
    "No he encontrado nada sobre esto en el libro. Pruebe con otras palabras, por ejemplo las que el propio libro usa en sus títulos, o pregunte una sola cosa cada vez.",
} satisfies AnswerSentences;
