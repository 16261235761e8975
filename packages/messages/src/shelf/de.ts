import { counting } from "../counting.ts";
import type { ShelfWords } from "./index.ts";

const counted = counting("de");

/** German, in the polite form. */
export const de = {
  chats: {
    search: "In Ihren Gesprächen suchen",
    searchHint: "In Titeln, Fragen und Antworten.",
    found: ({ count, words }) =>
      counted(count, { one: `# Stelle zu „${words}“`, other: `# Stellen zu „${words}“` }),
    nothingFound: ({ words }) => `„${words}“ kommt in keinem Ihrer Gespräche vor.`,
    export: "Herunterladen",
    exportNamed: ({ title }) => `„${title}“ herunterladen`,
    exportQuestion: "In welcher Form möchten Sie es haben?",
    markdown: "Als Text (Markdown)",
    json: "Als Daten (JSON)",
    exported: "Es liegt bei Ihren Downloads.",
  },
  bookmarks: {
    lead: "Stellen dieses Buches, die Sie sich gemerkt haben, die neueste zuerst.",
    empty: "Sie haben sich noch keine Stelle gemerkt.",
    home: "Erste Seite",
    kept: ({ ago }) => `Gemerkt: ${ago}`,
    note: "Notiz",
    addNote: "Notiz hinzufügen",
    changeNote: "Notiz ändern",
    noteNamed: ({ place }) => `Notiz zu „${place}“`,
    noted: "Ihre Notiz ist gespeichert.",
    remove: "Entfernen",
    removeNamed: ({ place }) => `Lesezeichen „${place}“ entfernen`,
    removeQuestion: "Dieses Lesezeichen mit seiner Notiz entfernen?",
    removed: "Entfernt.",
  },
  usage: {
    title: "Was Sie fragen können",
    messages: ({ used, count }) =>
      counted(count, { one: `${used} von # Frage gestellt`, other: `${used} von # Fragen gestellt` }),
    tokens: ({ used, count }) =>
      counted(count, { one: `${used} von # Token verbraucht`, other: `${used} von # Tokens verbraucht` }),
    tokensHint: "Tokens sind Stücke des Textes, den das Modell für Sie liest und schreibt.",
    anew: ({ time }) => `Neu gezählt wird ab ${time}.`,
  },
} satisfies ShelfWords;
