import { counting } from "../counting.ts";
import type { SafetyWords } from "./index.ts";

const counted = counting("de");

/** The parts of the account page about its safety and its data, in German, in the polite form. */
export const de = {
  required:
    "Ihre Rolle in diesem Buch verlangt die Anmeldung in zwei Schritten. Solange sie nicht eingeschaltet ist, können Sie hier, was alle Leser können.",

  password: {
    title: "Passwort",
    set: "Sie melden sich mit einem Passwort an.",
    unset: "Ihr Konto hat kein Passwort. Mit einem können Sie sich überall mit Ihrer Adresse anmelden.",
    change: "Passwort ändern",
    add: "Passwort setzen",
    current: "Bisheriges Passwort",
    currentWrong: "Das ist nicht Ihr Passwort.",
    next: "Neues Passwort",
    note: "Alle anderen Geräte werden abgemeldet. Dieses bleibt angemeldet.",
    changed: "Ihr Passwort ist geändert, und alle anderen Geräte sind abgemeldet.",
    added: "Ihr Passwort ist gesetzt, und alle anderen Geräte sind abgemeldet.",
    forgotten: "Vergessen?",
  },
  secondFactor: {
    title: "Anmeldung in zwei Schritten",
    off: "Aus. Wenn Sie sie einschalten, braucht die Anmeldung neben dem Passwort einen Code aus einer App auf Ihrem Telefon.",
    on: "Ein. Die Anmeldung braucht einen Code aus Ihrer Authentifizierungs-App.",
    turnOn: "Einschalten",
    turnOff: "Ausschalten",
    turnOffQuestion:
      "Anmeldung in zwei Schritten ausschalten? Dann genügt das Passwort allein, und Ihre Wiederherstellungscodes gelten nicht mehr.",
    turnedOff: "Die Anmeldung in zwei Schritten ist ausgeschaltet.",
    turnedOn: "Die Anmeldung in zwei Schritten ist eingeschaltet.",
    codesLeft: ({ count }) =>
      counted(count, {
        one: "Noch # Wiederherstellungscode.",
        other: "Noch # Wiederherstellungscodes.",
      }),
    codesLow: "Holen Sie sich neue, bevor sie ausgehen.",
    newCodes: "Neue Wiederherstellungscodes",
    newCodesQuestion: "Zehn neue Wiederherstellungscodes erzeugen? Die alten gelten dann nicht mehr.",
  },
  setUp: {
    title: "Anmeldung in zwei Schritten einrichten",
    scan: "1. Scannen Sie dieses Bild mit einer Authentifizierungs-App, etwa der Ihres Passwortmanagers.",
    picture: "QR-Code für Ihre Authentifizierungs-App",
    open: "In einer App auf diesem Gerät öffnen",
    typed: "Oder geben Sie diesen Schlüssel in der App ein:",
    copyKey: "Schlüssel kopieren",
    prove: "2. Geben Sie den Code ein, den die App jetzt zeigt.",
    submit: "Einschalten",
    busy: "Wird geprüft…",
  },
  codes: {
    title: "Ihre Wiederherstellungscodes",
    lead: "Jeder davon meldet Sie einmal an, wenn die App nicht zur Hand ist. Sie werden nur jetzt gezeigt: Bewahren Sie sie dort auf, wo Sie sie auch ohne Telefon finden.",
    copy: "Kopieren",
    copied: "Kopiert.",
    download: "Herunterladen",
    print: "Drucken",
    kept: "Ich habe diese Codes aufbewahrt",
    keepFirst: "Bewahren Sie die Codes erst auf, und setzen Sie dann diesen Haken.",
    done: "Fertig",
    heading: ({ site, email }) => `Wiederherstellungscodes für ${email} bei ${site}`,
  },
  trusted: {
    title: "Vertraute Geräte",
    lead: "Sie fragen nach keinem Code, bis ihre 30 Tage um sind.",
    until: ({ time }) => `Bis ${time}`,
    forget: "Nicht mehr vertrauen",
    forgetNamed: ({ device }) => `Nicht mehr vertrauen: ${device}`,
    forgotten: "Diesem Gerät wird nicht mehr vertraut.",
    empty: "Keinem Gerät wird vertraut.",
  },
  activity: {
    title: "Aktivität",
    lead: "Was mit Ihrem Konto geschehen ist, das Neueste zuerst. Wenn Sie etwas davon nicht waren, melden Sie das Gerät unter „Geräte“ ab und ändern Sie Ihr Passwort.",
  },
  email: {
    change: "Adresse ändern",
    title: "Ihre Adresse ändern",
    lead: "Wir senden einen Brief an die neue Adresse. Es ändert sich nichts, bevor Sie ihn öffnen und bestätigen.",
    next: "Neue Adresse",
    submit: "Brief senden",
    busy: "Wird gesendet…",
    waiting: "Wartet auf Ihre Bestätigung. Ein Brief ist unterwegs an die neue Adresse:",
    same: "Das ist schon Ihre Adresse.",
  },
  data: {
    title: "Daten",
    lead: "Was dieses Buch über Sie aufbewahrt, und wie Sie es mitnehmen oder löschen.",
    exportTitle: "Ihre Daten mitnehmen",
    exportLead:
      "Eine Datei mit allem, was dieses Buch über Sie aufbewahrt: Profil, Gespräche, Geräte und Aktivität. Sie ist in JSON, das andere Programme lesen.",
    export: "Meine Daten herunterladen",
    exporting: "Wird zusammengestellt…",
    exported: "Ihre Daten liegen bei Ihren Downloads.",
    deleteTitle: "Ihr Konto löschen",
    deleteLead: "Das geschieht sofort, und niemand kann es rückgängig machen:",
    deleteConsequences: [
      "Ihr Profil, Ihre Einstellungen und Ihre Wege zur Anmeldung werden gelöscht.",
      "Ihre Gespräche mit ihren Antworten und Ihre Lesezeichen werden gelöscht, auch die, die Sie als Gast mitgebracht haben.",
      "Alle Geräte werden abgemeldet.",
      "Ein letzter Brief sagt Ihnen, dass es geschehen ist. Danach ist Ihre Adresse wieder frei.",
    ],
    delete: "Mein Konto löschen",
    deleteQuestion: "Ihr Konto und alles darin endgültig löschen?",
    deleteForGood: "Endgültig löschen",
    farewellTitle: "Ihr Konto ist gelöscht",
    farewell:
      "Ihre Gespräche und Ihre Daten sind aus diesem Buch verschwunden. Sie können weiterlesen und sind jederzeit wieder willkommen.",
  },
  guestData: {
    exportLead:
      "Eine Datei mit allem, was dieses Buch über Sie weiß: Ihre Gespräche, Lesezeichen und Einstellungen. Sie ist in JSON, das andere Programme lesen.",
    deleteTitle: "Alles von Ihnen löschen",
    deleteConsequences: [
      "Ihre Gespräche mit ihren Antworten, Ihre Lesezeichen und Ihre Einstellungen werden gelöscht.",
      "Dieser Browser vergisst, dass er gefragt hat.",
    ],
    delete: "Alles löschen",
    deleteQuestion: "Ihre Gespräche, Ihre Lesezeichen und Ihre Einstellungen endgültig löschen?",
    farewellTitle: "Alles von Ihnen ist gelöscht",
  },
} satisfies SafetyWords;
