import { counting } from "../counting.ts";

const counted = counting("en");

interface Used {
  /** In the digits of the page. */
  readonly used: string;
  /** Of how many. */
  readonly count: number;
}

/** What a reader keeps in the book, in English: the shape that every other language fills. */
export const en = {
  chats: {
    search: "Search your chats",
    searchHint: "In titles, questions and answers.",
    found: ({ count, words }: { count: number; words: string }) =>
      counted(count, { one: `# place for “${words}”`, other: `# places for “${words}”` }),
    nothingFound: ({ words }: { words: string }) => `“${words}” is in none of your chats.`,
    export: "Download",
    exportNamed: ({ title }: { title: string }) => `Download “${title}”`,
    exportQuestion: "In which form would you like it?",
    markdown: "Text (Markdown)",
    json: "Data (JSON)",
    exported: "It is in your downloads.",
  },
  bookmarks: {
    lead: "Places of this book that you have kept, the newest first.",
    empty: "You have not kept any place yet.",
    home: "First page",
    kept: ({ ago }: { ago: string }) => `Kept ${ago}`,
    note: "Note",
    addNote: "Add a note",
    changeNote: "Change the note",
    noteNamed: ({ place }: { place: string }) => `Note on “${place}”`,
    noted: "Your note is saved.",
    remove: "Remove",
    removeNamed: ({ place }: { place: string }) => `Remove the bookmark “${place}”`,
    removeQuestion: "Remove this bookmark and its note?",
    removed: "Removed.",
  },
  usage: {
    title: "What you may ask",
    messages: ({ used, count }: Used) =>
      counted(count, { one: `${used} of # question asked`, other: `${used} of # questions asked` }),
    tokens: ({ used, count }: Used) =>
      counted(count, { one: `${used} of # token used`, other: `${used} of # tokens used` }),
    tokensHint: "Tokens are pieces of the text that the model reads and writes for you.",
    anew: ({ time }: { time: string }) => `Counted anew from ${time}.`,
  },
};
