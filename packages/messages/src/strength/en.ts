/** English is the shape of this area: another language has the same keys or does not compile. */
export const en = {
  weak: "Weak:",
  good: "Hard to guess.",
  strong: "Very hard to guess.",
  /** What is said after "Weak:". What is too short, common or simply weak is worded like the server's refusal. */
  weaknesses: {
    personal: "It rests on your name, your address or this book. Add words that have nothing to do with you.",
    disguised:
      "A common password in disguise. Swapped letters and digits help little; add one or two unrelated words.",
    repeated: "It repeats itself. Add unrelated words instead.",
    sequence: "Characters in their usual order. Choose words instead.",
    keyboard: "Keys that lie side by side. Choose words instead.",
    date: "Dates and years are guessed early. Add words that have nothing to do with it.",
    word: "One word or a common phrase. Add one or two unrelated words.",
  },
};
