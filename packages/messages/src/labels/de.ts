import type { Labels } from "./index.ts";

/** German. */
export const de = {
  signIn: "Anmelden",
  yourAccount: "Ihr Konto",
  askTheBook: "Das Buch fragen",
} satisfies Labels;
