import type { Labels } from "./index.ts";

/** German. */
export const de = {
  signIn: "Anmelden",
  yourAccount: "Ihr Konto",
  askTheBook: "Das Buch fragen",
  chatDidNotLoad: "Das Gespräch wurde nicht geladen. Noch einmal versuchen",
} satisfies Labels;
