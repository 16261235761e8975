/** The few words that stand on every page, for signed-out readers too. Keep this area tiny: everybody pays for it. */
export const en = {
  signIn: "Sign in",
  yourAccount: "Your account",
  askTheBook: "Ask the book",
  /** Said when nothing else can be loaded, so it cannot be loaded itself. */
  chatDidNotLoad: "The chat did not load. Try again",
};
