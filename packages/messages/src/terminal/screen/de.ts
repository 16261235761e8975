import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("de");
const seconds = new Intl.NumberFormat("de", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const migrations = (count: number) => counted(count, { one: "# Migration", other: "# Migrationen" });

export const screen = {
  database: "Datenbank",
  secret: "Geheimnis",
  mail: "Briefe",
  answers: "Antworten",
  book: "Buch",
  mailbox: "Postfach",
  api: "API",
  upToDate: "Schema ist aktuell",
  migrated: ({ count }) => `angewandt: ${migrations(count)}`,
  newFromImage: "neu, aus fertigem Abbild",
  newMigrated: ({ count }) => `neu, ${migrations(count)}`,
  secretReplaced: "ein neues Geheimnis wurde erzeugt",
  secretGenerated: ({ file }) => `erzeugt in ${file} (für Git unsichtbar)`,
  mailCaught: "werden abgefangen, nichts verlässt diesen Rechner",
  mailSent: ({ from }) => `gehen über SMTP hinaus, als ${from}`,
  noBook: "noch kein Buch gefunden: bauen Sie es oder setzen Sie BOOK_DIR",
  answersFromExtracts: ({ count }) =>
    `extracts: zitiert das Buch (${counted(count, { one: "# Stelle", other: "# Stellen" })}), braucht keinen Schlüssel`,
  bookHint: "fragen Sie etwas im Chat",
  portMoved: ({ port }) => `Port ${port} ist belegt, daher dieser`,
  mailboxHint: "jeder Brief dieses Servers",
  apiHint: "jede Route, mit Beispielen",
  claim: "Noch kein Administrator. Übernehmen Sie den Server (30 min, einmal):",
  claimAgain: "noch einmal ausgeben: npx bookplate admin link",
  noAdministrator: "Noch kein Administrator: Ein Link dafür kommt von npx bookplate admin link",
  ready: ({ count }) => `Bereit nach ${seconds.format(count)} s. Strg+C beendet; die Daten bleiben.`,
} satisfies Terminal["screen"];
