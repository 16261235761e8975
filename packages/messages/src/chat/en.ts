const plural = new Intl.PluralRules("en");
const number = new Intl.NumberFormat("en");

/** `time` is the reader's clock, such as 14:05, or `null` where the server named no moment. */
interface When {
  readonly time: string | null;
}

/** How long until then, such as "in 3 hours". */
interface Wait {
  readonly wait: string;
}

/** What the chat panel says, in English: the shape that every other language fills. */
export const en = {
  /** BCP 47 tag of these words, for the times and numbers among them. */
  language: "en",
  title: "Ask the book",
  close: "Close",
  back: "Back to the conversation",
  loading: "Loading…",

  conversations: "Your conversations",
  newConversation: "New conversation",

  emptyHeading: "Ask this book a question",
  emptyText:
    "The answer quotes the book and links to the headings it comes from, so that you can read on and check it.",
  suggestionsLabel: "For example",
  suggestions: ["What is this book about?", "How do I get started?", "What should I read first?"],

  conversation: "Conversation",
  you: "You",
  book: "The book",
  sources: "From the book",
  answering: "Looking in the book…",
  answerReady: "Answer ready",
  answerStopped: "Answer stopped",
  hidden: "This message was hidden by a moderator.",
  answerFailed: "The answer stopped before its end.",
  answerBroken: "The connection broke while the answer was coming.",
  continueReading: "Continue",
  askAgain: "Ask again",
  newText: "New text",

  question: "Your question",
  questionPlaceholder: "What would you like to know?",
  send: "Send",
  sending: "Sending…",
  stop: "Stop",
  stopping: "Stopping…",
  sendHint: "Enter sends, Shift + Enter starts a new line.",
  charactersLeft: ({ count }: { count: number }) =>
    plural.select(count) === "one" ? "1 character left" : `${number.format(count)} characters left`,
  charactersOver: ({ count }: { count: number }) =>
    plural.select(count) === "one" ? "1 character too many" : `${number.format(count)} characters too many`,
  quote: "Your question is about",
  removeQuote: "Remove the quoted text",
  askAboutThis: "Ask about this",
  bookmark: "Bookmark",
  bookmarkPage: "Bookmark this page",
  bookmarked: "Bookmarked",
  notBookmarked: "Not kept. Try again.",

  guest: "You are a guest. Register to keep these chats.",
  register: "Register",
  signIn: "Sign in",

  tryAgain: "Try again",
  dismiss: "Dismiss",
  /** What went wrong, by the problem's code. */
  problems: {
    "too-many-requests": ({ time }: When) =>
      time === null
        ? "That was a lot of questions at once. Wait a moment; your question is kept."
        : `That was a lot of questions at once. Try again at ${time}; your question is kept.`,
    "quota-exceeded": ({ time, wait }: When & Wait) =>
      time === null
        ? "You have used up your questions for now. Your question is kept."
        : `You have used up your questions for now. New ones come ${wait}, at ${time}; your question is kept.`,
    "budget-spent": ({ time, wait }: When & Wait) =>
      time === null
        ? "This book has answered as much as it can today. Your question is kept."
        : `This book has answered as much as it can today. It goes on ${wait}, at ${time}; your question is kept.`,
    "answer-running": () => "An answer in this conversation is still being written.",
    "server-busy": ({ time }: When) =>
      time === null
        ? "The server is busy. Try again in a moment; your question is kept."
        : `The server is busy. Try again at ${time}; your question is kept.`,
    "database-unavailable": ({ time }: When) =>
      time === null
        ? "The server cannot reach its chats right now. Try again in a moment; nothing is lost."
        : `The server cannot reach its chats right now. Try again at ${time}; nothing is lost.`,
    "signed-out": () => "You are signed out. Sign in to go on; your question is kept.",
    "not-found": () => "This conversation no longer exists. Your question is kept; ask it in a new one.",
    "question-refused": () => "The server did not accept this question. Change it and try again.",
    network: () => "The server cannot be reached. Check your connection; your question is kept.",
    unexpected: () => "Something went wrong on our side. Your question is kept.",
  },
};
