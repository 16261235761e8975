import { counting } from "../counting.ts";

const counted = counting("en");

/** What the rarer parts of the chat panel say, in English: the shape that every other language fills. */
export const en = {
  list: {
    empty: "You have not asked anything yet.",
    untitled: "Untitled conversation",
    showMore: "Show more",
    updated: ({ ago }: { ago: string }) => `Last used ${ago}`,
    justNow: "just now",
    more: ({ title }: { title: string }) => `More about “${title}”`,
    rename: "Rename",
    renameLabel: "Title",
    save: "Save",
    cancel: "Cancel",
    markdown: "Save as Markdown",
    json: "Save as JSON",
    saved: "Saved among your downloads.",
    remove: "Delete",
    removeQuestion: "Delete this conversation and its answers for good?",
    atOnce: "Show answers at once",
    atOnceHint: "Answers appear when they are complete, and not word by word.",
  },
  search: {
    label: "Search your conversations",
    searching: "Searching…",
    found: ({ count }: { count: number }) =>
      counted(count, { one: "# place found", other: "# places found" }),
    nothing: ({ query }: { query: string }) => `Nothing found for “${query}”. Try other or fewer words.`,
  },
  feedback: {
    question: "Did this answer help?",
    up: "Helpful",
    down: "Not helpful",
    missing: "What was missing? (optional)",
    send: "Send",
    thanks: "Thank you, noted.",
  },
  report: {
    open: "Report",
    question: "What is wrong with this answer?",
    seen: "Moderators see this answer with up to two messages before and after it, and none of your other chats.",
    reasons: {
      wrong: "It is wrong",
      harmful: "It is dangerous",
      offensive: "It is offensive",
      privacy: "It reveals something private",
      other: "Something else",
    },
    comment: "What is it?",
    send: "Send the report",
    cancel: "Cancel",
    reported: "Reported. A moderator will look at it; if the answer is hidden, a notice stands in its place.",
  },
  unsent: {
    question: "You have typed a question and not sent it. Signing out deletes it.",
    signOut: "Sign out and delete it",
    stay: "Stay signed in",
  },
  quota: {
    messagesLeft: ({ count, time }: { count: number; time: string }) =>
      counted(count, { one: `# question left until ${time}.`, other: `# questions left until ${time}.` }),
    messagesGone: ({ time, wait }: { time: string; wait: string }) =>
      `Your questions are used up. New ones come ${wait}, at ${time}.`,
    tokensLeft: ({ percent, time }: { percent: string; time: string }) =>
      `${percent} of your allowance left until ${time}.`,
    tokensGone: ({ time, wait }: { time: string; wait: string }) =>
      `Your allowance is used up. It begins anew ${wait}, at ${time}.`,
    register: "An account has more.",
  },
};
