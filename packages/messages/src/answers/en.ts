/** What the embedded model says besides quoting, in English: the shape that every other language fills. */
export const en = {
  /** Before one of the others, where a language model should have answered. */
  standIn: "The language model does not answer at the moment, so here is the book itself.",
  onePassage: "This is what the book says about it:",
  severalPassages: "These parts of the book fit your question best:",
  /** Where the best passage speaks about a part of the question only. */
  nearest: "The book does not speak about this directly. This comes nearest:",
  nothing:
    "I found nothing about this in the book. Try other words, for example the ones that the book itself uses in its headings, or ask about one thing at a time.",
};
