import type { StrengthWords } from "./index.ts";

export const es = {
  weak: "Débil:",
  good: "Difícil de adivinar.",
  strong: "Muy difícil de adivinar.",
  weaknesses: {
    personal:
      "Se basa en su nombre, su dirección o este libro. Añada palabras que no tengan nada que ver con usted.",
    disguised:
      "Es una contraseña común disfrazada. Cambiar letras y cifras ayuda poco; añada una o dos palabras sin relación.",
    repeated: "Se repite. Añada en su lugar palabras sin relación.",
    sequence: "Son caracteres en su orden habitual. Elija palabras en su lugar.",
    keyboard: "Son teclas contiguas. Elija palabras en su lugar.",
    date: "Las fechas y los años se adivinan pronto. Añada palabras que no tengan nada que ver.",
    word: "Es una sola palabra o una frase común. Añada una o dos palabras sin relación.",
  },
} satisfies StrengthWords;
