import { counting } from "../counting.ts";
import type { ChatToolsWords } from "./index.ts";

const counted = counting("de");

/** What the rarer parts of the chat panel say, in German. */
export const de = {
  list: {
    empty: "Sie haben noch nichts gefragt.",
    untitled: "Gespräch ohne Titel",
    showMore: "Mehr anzeigen",
    updated: ({ ago }) => `Zuletzt verwendet: ${ago}`,
    justNow: "gerade eben",
    more: ({ title }) => `Mehr zu „${title}“`,
    rename: "Umbenennen",
    renameLabel: "Titel",
    save: "Speichern",
    cancel: "Abbrechen",
    markdown: "Als Markdown speichern",
    json: "Als JSON speichern",
    saved: "Bei Ihren Downloads gespeichert.",
    remove: "Löschen",
    removeQuestion: "Dieses Gespräch mit seinen Antworten endgültig löschen?",
    atOnce: "Antworten im Ganzen zeigen",
    atOnceHint: "Antworten erscheinen, wenn sie fertig sind, und nicht Wort für Wort.",
  },
  search: {
    label: "Ihre Gespräche durchsuchen",
    searching: "Wird gesucht…",
    found: ({ count }) => counted(count, { one: "# Stelle gefunden", other: "# Stellen gefunden" }),
    nothing: ({ query }) =>
      `Nichts gefunden zu „${query}“. Versuchen Sie es mit anderen oder weniger Wörtern.`,
  },
  feedback: {
    question: "Hat diese Antwort geholfen?",
    up: "Hilfreich",
    down: "Nicht hilfreich",
    missing: "Was hat gefehlt? (freiwillig)",
    send: "Senden",
    thanks: "Danke, notiert.",
  },
  report: {
    open: "Melden",
    question: "Was stimmt mit dieser Antwort nicht?",
    seen: "Die Moderation sieht diese Antwort mit bis zu zwei Nachrichten davor und danach, und keine Ihrer anderen Gespräche.",
    reasons: {
      wrong: "Sie ist falsch",
      harmful: "Sie ist gefährlich",
      offensive: "Sie ist beleidigend",
      privacy: "Sie verrät etwas Privates",
      other: "Etwas anderes",
    },
    comment: "Was ist es?",
    send: "Meldung senden",
    cancel: "Abbrechen",
    reported:
      "Gemeldet. Die Moderation sieht sie sich an; wird die Antwort ausgeblendet, steht an ihrer Stelle ein Hinweis.",
  },
  unsent: {
    question: "Sie haben eine Frage getippt und nicht abgeschickt. Beim Abmelden wird sie gelöscht.",
    signOut: "Abmelden und löschen",
    stay: "Angemeldet bleiben",
  },
  quota: {
    messagesLeft: ({ count, time }) =>
      counted(count, { one: `Noch # Frage bis ${time}.`, other: `Noch # Fragen bis ${time}.` }),
    messagesGone: ({ time, wait }) => `Ihre Fragen sind aufgebraucht. Neue gibt es ${wait}, um ${time}.`,
    tokensLeft: ({ percent, time }) => `Noch ${percent} Ihres Kontingents bis ${time}.`,
    tokensGone: ({ time, wait }) => `Ihr Kontingent ist aufgebraucht. Es beginnt ${wait} neu, um ${time}.`,
    register: "Mit einem Konto sind es mehr.",
  },
} satisfies ChatToolsWords;
