const plural = new Intl.PluralRules("en");
const counted = (count: number, one: string, other: string) =>
  `${count} ${plural.select(count) === "one" ? one : other}`;
const conversations = (count: number) => counted(count, "conversation", "conversations");
const bookmarks = (count: number) => counted(count, "bookmark", "bookmarks");

/** Whose a guest's things are, in English: the shape that every other language fills. */
export const en = {
  keepChats: ({ count }: { count: number }) =>
    count === 1 ? "Add this conversation to my account" : `Add these ${conversations(count)} to my account`,
  untitled: "Untitled conversation",
  moreChats: ({ count }: { count: number }) => `and ${count} more`,
  keepBookmarks: ({ count }: { count: number }) =>
    count === 1 ? "Add this bookmark to my account" : `Add these ${bookmarks(count)} to my account`,
  alsoBookmarks: ({ count }: { count: number }) => `and ${bookmarks(count)}`,
  /** Asked after a sign-in that could not ask before. */
  question: ({ count }: { count: number }) =>
    `${conversations(count)} on this device ${count === 1 ? "is" : "are"} from before you signed in.`,
  otherQuestion: "On this device there are bookmarks from before you signed in.",
  add: "Add to my account",
  adding: "Adding…",
  leave: "Not mine",
};
