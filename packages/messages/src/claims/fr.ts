import { counting } from "../counting.ts";
import type { ClaimsWords } from "./index.ts";

const counted = counting("fr");

/** French, in the polite form. */
export const fr = {
  keepChats: ({ count }) =>
    counted(count, {
      one: "Ajouter cette conversation à mon compte",
      other: "Ajouter ces # conversations à mon compte",
    }),
  untitled: "Conversation sans titre",
  moreChats: ({ count }) => counted(count, { one: "et # autre", other: "et # autres" }),
  keepBookmarks: ({ count }) =>
    counted(count, {
      one: "Ajouter ce signet à mon compte",
      other: "Ajouter ces # signets à mon compte",
    }),
  alsoBookmarks: ({ count }) => counted(count, { one: "et # signet", other: "et # signets" }),
  question: ({ count }) =>
    counted(count, {
      one: "Sur cet appareil, # conversation date d’avant votre connexion.",
      other: "Sur cet appareil, # conversations datent d’avant votre connexion.",
    }),
  otherQuestion: "Sur cet appareil, des signets datent d’avant votre connexion.",
  add: "Ajouter à mon compte",
  adding: "Ajout…",
  leave: "Pas à moi",
} satisfies ClaimsWords;
