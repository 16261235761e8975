import { counting } from "../counting.ts";
import type { ClaimsWords } from "./index.ts";

const counted = counting("es");

/** Spanish, in the polite form. */
export const es = {
  keepChats: ({ count }) =>
    counted(count, {
      one: "Añadir esta conversación a mi cuenta",
      other: "Añadir estas # conversaciones a mi cuenta",
    }),
  untitled: "Conversación sin título",
  moreChats: ({ count }) => counted(count, { other: "y # más" }),
  keepBookmarks: ({ count }) =>
    counted(count, {
      one: "Añadir este marcador a mi cuenta",
      other: "Añadir estos # marcadores a mi cuenta",
    }),
  alsoBookmarks: ({ count }) => counted(count, { one: "y # marcador", other: "y # marcadores" }),
  question: ({ count }) =>
    counted(count, {
      one: "En este dispositivo hay # conversación de antes de iniciar sesión.",
      other: "En este dispositivo hay # conversaciones de antes de iniciar sesión.",
    }),
  otherQuestion: "En este dispositivo hay marcadores de antes de iniciar sesión.",
  add: "Añadir a mi cuenta",
  adding: "Añadiendo…",
  leave: "No es mío",
} satisfies ClaimsWords;
