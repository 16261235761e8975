import type { Labels } from "./index.ts";

/** Urdu. */
export const ur = {
  signIn: "سائن اِن",
  yourAccount: "آپ کا اکاؤنٹ",
  askTheBook: "کتاب سے پوچھیں",
  chatDidNotLoad: "گفتگو لوڈ نہیں ہوئی۔ دوبارہ کوشش کریں",
} satisfies Labels;
