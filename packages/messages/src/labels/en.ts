/** The few words that stand on every page, for signed-out readers too. Keep this area tiny: everybody pays for it. */
export const en = {
  signIn: "Sign in",
  yourAccount: "Your account",
  askTheBook: "Ask the book",
};
