import type { Labels } from "./index.ts";

/** Arabic. */
export const ar = {
  signIn: "تسجيل الدخول",
  yourAccount: "حسابك",
  askTheBook: "اسأل الكتاب",
} satisfies Labels;
