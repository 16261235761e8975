/** What the embedded model says besides quoting, in English: the shape that every other language fills. */
export const en = {
  onePassage: "This is what the book says about it:",
  severalPassages: "These parts of the book fit your question best:",
  nothing:
    "I found nothing about this in the book. Try other words, for example the ones that the book itself uses in its headings, or ask about one thing at a time.",
};
