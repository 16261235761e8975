import { counting } from "../counting.ts";
import type { ClaimsWords } from "./index.ts";

const counted = counting("de");

/** German, in the polite form. */
export const de = {
  keepChats: ({ count }) =>
    counted(count, {
      one: "Dieses Gespräch in mein Konto übernehmen",
      other: "Diese # Gespräche in mein Konto übernehmen",
    }),
  untitled: "Gespräch ohne Titel",
  moreChats: ({ count }) => counted(count, { one: "und # weiteres", other: "und # weitere" }),
  keepBookmarks: ({ count }) =>
    counted(count, {
      one: "Dieses Lesezeichen in mein Konto übernehmen",
      other: "Diese # Lesezeichen in mein Konto übernehmen",
    }),
  alsoBookmarks: ({ count }) => counted(count, { one: "und # Lesezeichen", other: "und # Lesezeichen" }),
  question: ({ count }) =>
    counted(count, {
      one: "# Gespräch auf diesem Gerät stammt aus der Zeit vor der Anmeldung.",
      other: "# Gespräche auf diesem Gerät stammen aus der Zeit vor der Anmeldung.",
    }),
  otherQuestion: "Auf diesem Gerät gibt es Lesezeichen aus der Zeit vor der Anmeldung.",
  add: "In mein Konto übernehmen",
  adding: "Wird übernommen …",
  leave: "Nicht von mir",
} satisfies ClaimsWords;
