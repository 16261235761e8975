import type { DeveloperPages } from "./index.ts";

/** German, in the polite form. */
export const de = {
  languages: "Sprachen",
  reference: "API-Referenz",
  problemList: "Probleme",
  book: "Das Buch",
  docs: {
    name: "API von Bookplate",
    needsScript: "Diese Seite braucht JavaScript. Die Beschreibung liegt auch hier:",
  },
  problems: {
    introduction:
      "Was dieser Server ablehnt, begründet er immer auf dieselbe Weise: mit `application/problem+json` (RFC 9457). Entscheiden Sie nach `code`; die Wörter können sich ändern, die Codes nicht.",
    code: "Code",
    status: "Status",
    meaning: "Bedeutung",
    happened: "Was geschehen ist",
    remedy: "Was zu tun ist",
    fields: "Die Codes der Felder",
    example: "Ein Beispiel",
    answeredBy: "Wer so antwortet",
    answeredByAny: "Keine bestimmte Route: jede Adresse kann so antworten.",
  },
  unsubscribe: {
    asks: {
      title: "Keine solchen Briefe mehr?",
      product: "Sie bekommen Neuigkeiten von den Betreibern dieses Buches. Mit dem Knopf kommen keine mehr.",
      replies: "Sie bekommen einen Brief, wenn Ihnen jemand antwortet. Mit dem Knopf kommen keine mehr.",
    },
    button: "Diese Briefe beenden",
    done: {
      title: "Keine solchen Briefe mehr",
      product:
        "Sie bekommen keine Neuigkeiten mehr. Wenn Sie es sich anders überlegen: Der Schalter ist auf Ihrer Kontoseite.",
      replies:
        "Sie bekommen keine Briefe über Antworten mehr. Wenn Sie es sich anders überlegen: Der Schalter ist auf Ihrer Kontoseite.",
    },
    unknown: {
      title: "Dieser Link gilt nicht",
      text: "Er ist unvollständig oder zu alt. Melden Sie sich im Buch an: Auf Ihrer Kontoseite ist ein Schalter für diese Briefe.",
    },
    security: "Briefe zur Sicherheit Ihres Kontos kommen immer.",
  },
  mailbox: {
    readIn: "Der Brief auf",
    colours: "Farben",
    asSystem: "wie hier",
    light: "hell",
    dark: "dunkel",
    title: "Postfach",
    note: "Briefe werden hier abgefangen. Nichts verlässt diesen Rechner.",
    loading: "Wird geladen…",
    needsScript: "Diese Seite braucht JavaScript. Die Briefe liegen auch hier:",
    letters: "Briefe",
    allLetters: "Alle Briefe",
    letter: "Der Brief",
    to: "An",
    from: "Von",
    at: "Am",
    openLink: "Link öffnen",
    copyCode: "Code kopieren",
    copied: "Kopiert",
    copyByHand: "Strg+C drücken",
    views: "Ansichten des Briefs",
    asText: "Text",
    headers: "Kopfzeilen",
    empty: "Noch keine Briefe",
    emptyHint: "Registrieren Sie sich im Buch; der Brief erscheint hier von selbst.",
    openBook: "Buch öffnen",
    live: "aktuell",
    away: "Der Server antwortet nicht. Neuer Versuch…",
  },
} satisfies DeveloperPages;
