import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("de");

export const doctor = {
  status: { ok: "gut", warn: "prüfen", fail: "falsch" },
  groups: {
    settings: "Einstellungen",
    secret: "Geheimnis",
    site: "Website",
    lock: "Sperre",
    database: "Datenbank",
    mail: "Briefe",
    book: "Buch",
    answers: "Antworten",
  },
  fine: "Nichts zu beheben.",
  counts: ({ fail, warn }) => `Zu beheben: ${fail}. Anzusehen: ${warn}.`,
  settingsFine: "alle Einstellungen sind verwendbar",
  secretFileOpen: ({ file }) => `${file} ist für andere Benutzer lesbar`,
  secretFileWhy: "wer es liest, kann sich als jeder ausgeben",
  secretFine: "vorhanden und lang genug",
  production: "Produktivbetrieb",
  development: "Entwicklung: nur für diesen Rechner",
  oneSite: ({ url }) => `Buch und API liegen auf einer Website (${url})`,
  originElsewhere: ({ origin }) =>
    `der erlaubte Ursprung ${origin} liegt auf einer anderen Website als die API`,
  originElsewhereWhy: "seine Seiten können keine Sitzung im Cookie behalten; sie brauchen Token im Body",
  answers: ({ url }) => `${url} antwortet`,
  doesNotAnswer: ({ url }) => `${url} antwortet von hier aus nicht`,
  doesNotAnswerWhy:
    "entweder läuft kein Server, oder Name, Zertifikat oder Proxy sind noch nicht eingerichtet",
  notRunning: "auf diesem Datenverzeichnis läuft kein Server",
  running: "ein Server läuft; er wurde über seinen Socket gefragt",
  migrationsPending: ({ count }) =>
    counted(count, { one: "# Migration steht aus", other: "# Migrationen stehen aus" }),
  migrationsPendingWhy: "der nächste Start wendet sie an",
  migrationsFine: ({ count }) => `jede Migration ist angewandt (${count})`,
  databaseWhy: "Sitzungen, Chats und die Stellen des Buchs liegen darin",
  mailbox: "Briefe werden auf diesem Rechner abgefangen und unter /dev/mail gezeigt",
  smtpFine: ({ host }) => `${host} nimmt unseren Benutzer an`,
  smtpFails: ({ host, reason }) => `${host} lehnt ab: ${reason}`,
  smtpFailsWhy: "niemand könnte seine Adresse bestätigen",
  resendSendsOnly: ({ host }) =>
    `${host} nimmt unseren Schlüssel, der nur senden darf; den Rest zeigt mail test ADRESSE`,
  resendFine: ({ host, domain }) => `${host} nimmt unseren Schlüssel und Briefe von ${domain}`,
  senderNotVerified: ({ host, domain }) => `${host} hat ${domain}, die Domain von MAIL_FROM, nicht bestätigt`,
  senderNotVerifiedWhy:
    "Briefe von dort werden abgelehnt; bestätigen Sie sie dort, oder schreiben Sie von einer anderen",
  extracts: "extracts zitiert das Buch; kein Sprachmodell ist gesetzt",
  modelFine: ({ host, model }) => `${host} antwortet mit ${model}`,
  modelFails: ({ host, model, reason }) => `${model} bei ${host}: ${reason}`,
  modelFailsWhy: "Lesende bekommen Zitate aus dem Buch statt seiner Antworten",
  modelFailures: {
    keyRefused: "der Schlüssel wird abgelehnt",
    modelUnknown: "das Modell gibt es nicht, oder nicht für diesen Schlüssel",
    tooManyRequests: "zu viele Anfragen, oder das Guthaben ist aufgebraucht",
    unreachable: "unter dieser Adresse antwortet niemand",
    serverFault: ({ status }) => `sein eigener Fehler (HTTP ${status})`,
    requestRefused: ({ status }) => `die Anfrage wird abgelehnt (HTTP ${status})`,
    notTheProtocol: "was es sagt, ist nicht das Protokoll von OpenAI",
    brokeOff: "es bricht ab",
    silent: "es sagt nichts",
    empty: "seine Antworten sind leer",
  },
  noBook: ({ directory }) => `kein gebautes Buch in ${directory}`,
  noBookWhy: "Leser sehen keine Seite, und der Chat hat nichts zu zitieren",
  noPages: "das Buch wurde ohne seine Seitenliste gebaut",
  noPagesWhy: "in seiner Konfiguration fehlt das Theme von Bookplate; es hat also weder Anmeldung noch Chat",
  localhostInBook: "das gebaute Buch nennt localhost als seinen Server",
  localhostInBookWhy: "die Browser der Leser würden den Server auf deren eigenen Rechnern suchen",
  bookFine: ({ count }) => `gebaut, mit ${counted(count, { one: "# Seite", other: "# Seiten" })}`,
} satisfies Terminal["doctor"];
