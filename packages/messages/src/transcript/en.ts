/** The words of a conversation that is taken along as a file, in English: the shape that every other language fills. */
export const en = {
  question: "Question",
  answer: "Answer",
  sources: "Sources",
  hidden: "This message was hidden by a moderator.",
  incomplete: "This answer is incomplete.",
  untitled: "Conversation",
};
