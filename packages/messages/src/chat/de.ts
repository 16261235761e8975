import { counting } from "../counting.ts";
import type { ChatMessages } from "./index.ts";

const counted = counting("de");

/** What the chat panel says, in German. */
export const de = {
  language: "de",
  title: "Das Buch fragen",
  close: "Schließen",
  back: "Zurück zum Gespräch",
  loading: "Wird geladen…",

  conversations: "Ihre Gespräche",
  newConversation: "Neues Gespräch",

  emptyHeading: "Stellen Sie diesem Buch eine Frage",
  emptyText:
    "Die Antwort zitiert das Buch und verweist auf die Überschriften, von denen sie stammt. So können Sie weiterlesen und sie prüfen.",
  suggestionsLabel: "Zum Beispiel",
  suggestions: ["Worum geht es in diesem Buch?", "Wie fange ich an?", "Was sollte ich zuerst lesen?"],

  conversation: "Gespräch",
  you: "Sie",
  book: "Das Buch",
  sources: "Aus dem Buch",
  answering: "Im Buch wird nachgesehen…",
  answerReady: "Die Antwort ist da",
  answerStopped: "Antwort angehalten",
  hidden: "Diese Nachricht wurde von der Moderation ausgeblendet.",
  answerFailed: "Die Antwort brach vor ihrem Ende ab.",
  answerBroken: "Während der Antwort brach die Verbindung ab.",
  continueReading: "Weiterlesen",
  askAgain: "Noch einmal fragen",
  newText: "Neuer Text",

  question: "Ihre Frage",
  questionPlaceholder: "Was möchten Sie wissen?",
  send: "Senden",
  sending: "Wird gesendet…",
  stop: "Anhalten",
  stopping: "Wird angehalten…",
  sendHint: "Eingabetaste sendet, Umschalt + Eingabetaste beginnt eine neue Zeile.",
  charactersLeft: ({ count }) => counted(count, { one: "Noch # Zeichen", other: "Noch # Zeichen" }),
  charactersOver: ({ count }) => counted(count, { one: "# Zeichen zu viel", other: "# Zeichen zu viel" }),
  quote: "Ihre Frage bezieht sich auf",
  removeQuote: "Zitat entfernen",
  askAboutThis: "Dazu fragen",
  bookmark: "Lesezeichen setzen",
  bookmarkPage: "Lesezeichen für diese Seite",
  bookmarked: "Lesezeichen gesetzt",
  notBookmarked: "Nicht gemerkt. Noch einmal versuchen.",

  guest: "Sie sind als Gast hier. Registrieren Sie sich, um diese Gespräche zu behalten.",
  register: "Registrieren",
  signIn: "Anmelden",

  tryAgain: "Noch einmal versuchen",
  dismiss: "Ausblenden",
  problems: {
    "too-many-requests": ({ time }) =>
      time === null
        ? "Das waren viele Fragen auf einmal. Warten Sie einen Moment; Ihre Frage bleibt erhalten."
        : `Das waren viele Fragen auf einmal. Versuchen Sie es ab ${time} wieder; Ihre Frage bleibt erhalten.`,
    "quota-exceeded": ({ time, wait }) =>
      time === null
        ? "Ihre Fragen sind für den Augenblick aufgebraucht. Ihre Frage bleibt erhalten."
        : `Ihre Fragen sind für den Augenblick aufgebraucht. Neue gibt es ${wait}, um ${time}; Ihre Frage bleibt erhalten.`,
    "budget-spent": ({ time, wait }) =>
      time === null
        ? "Dieses Buch hat für heute so viel beantwortet, wie es kann. Ihre Frage bleibt erhalten."
        : `Dieses Buch hat für heute so viel beantwortet, wie es kann. Weiter geht es ${wait}, um ${time}; Ihre Frage bleibt erhalten.`,
    "answer-running": () => "In diesem Gespräch wird noch eine Antwort geschrieben.",
    "server-busy": ({ time }) =>
      time === null
        ? "Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal; Ihre Frage bleibt erhalten."
        : `Der Server ist ausgelastet. Versuchen Sie es ab ${time} wieder; Ihre Frage bleibt erhalten.`,
    "database-unavailable": ({ time }) =>
      time === null
        ? "Der Server erreicht seine Gespräche gerade nicht. Versuchen Sie es gleich noch einmal; nichts ist verloren."
        : `Der Server erreicht seine Gespräche gerade nicht. Versuchen Sie es ab ${time} wieder; nichts ist verloren.`,
    "signed-out": () =>
      "Sie sind abgemeldet. Melden Sie sich an, um fortzufahren; Ihre Frage bleibt erhalten.",
    "not-found": () =>
      "Dieses Gespräch gibt es nicht mehr. Ihre Frage bleibt erhalten; stellen Sie sie in einem neuen.",
    "question-refused": () =>
      "Der Server hat diese Frage nicht angenommen. Ändern Sie sie und versuchen Sie es noch einmal.",
    network: () => "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung; Ihre Frage bleibt erhalten.",
    unexpected: () => "Bei uns ist etwas schiefgegangen. Ihre Frage bleibt erhalten.",
  },
} satisfies ChatMessages;
