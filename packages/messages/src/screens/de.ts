import { counting } from "../counting.ts";
import type { Screens } from "./index.ts";

const counted = counting("de");

/** German, in the polite form. */
export const de = {
  fields: {
    email: "E-Mail-Adresse",
    name: "Name",
    password: "Passwort",
    show: "Anzeigen",
    hide: "Verbergen",
    showPassword: "Passwort anzeigen",
    passwordRule: ({ minimum }) =>
      counted(minimum, {
        one: "Mindestens # Zeichen. Drei oder vier Wörter ohne Zusammenhang eignen sich gut.",
        other: "Mindestens # Zeichen. Drei oder vier Wörter ohne Zusammenhang eignen sich gut.",
      }),
  },
  dialog: {
    close: "Schließen",
  },
  help: {
    question: "Probleme beim Anmelden?",
    answer:
      "Bei Passwörtern zählt die Groß- und Kleinschreibung. Ein Brief, der nicht ankommt, liegt vielleicht bei der unerwünschten Post. Bei allem anderen helfen die Betreiber dieses Buchs.",
    needsScript: "Zum Anmelden braucht es JavaScript. Zum Lesen dieses Buchs nicht.",
  },
  login: {
    title: "Anmelden",
    submit: "Anmelden",
    busy: "Anmeldung läuft…",
    forgot: "Passwort vergessen?",
    passkey: "Mit einem Passkey anmelden",
    passkeyBusy: "Folgen Sie den Fragen des Browsers…",
    magicLink: "Anmeldelink per E-Mail zusenden",
    noAccount: "Neu hier?",
    register: "Konto anlegen",
  },
  register: {
    title: "Konto anlegen",
    lead: "Behalten Sie Ihre Gespräche, und finden Sie sie auf jedem Gerät wieder.",
    submit: "Konto anlegen",
    busy: "Ihr Konto wird angelegt…",
    haveAccount: "Sie haben schon ein Konto?",
    login: "Anmelden",
  },
  inbox: {
    title: "Sehen Sie in Ihr Postfach",
    sent: "Wenn sich diese Adresse registrieren lässt, ist ein Brief unterwegs an",
    sentEnd: ".",
    open: "Öffnen Sie ihn und drücken Sie den Knopf darin, oder geben Sie den Code daraus hier ein.",
    code: "Code aus dem Brief",
    codeHint: "8 Ziffern, 10 Minuten gültig.",
    codeIncomplete: "Geben Sie alle 8 Ziffern ein.",
    codeWrong:
      "Dieser Code stimmt nicht oder ist abgelaufen. Nach fünf falschen Versuchen gilt er nicht mehr; ein neuer Brief bringt einen neuen.",
    submit: "Bestätigen",
    busy: "Wird bestätigt…",
    nothing: "Nichts angekommen? Sehen Sie auch bei der unerwünschten Post nach.",
    resend: "Noch einmal senden",
    resending: "Wird gesendet…",
    resent: "Ein weiterer Brief ist unterwegs.",
    otherAddress: "Andere Adresse verwenden",
    mailbox: "Lokales Postfach öffnen",
  },
  verify: {
    title: "Adresse bestätigen",
    lead: "Ein Klick, und diese Adresse gehört zu Ihnen:",
    leadNoAddress: "Ein Klick, und Ihre Adresse ist bestätigt.",
    submit: "Diese Adresse bestätigen",
    busy: "Wird bestätigt…",
    passwordNeeded:
      "Sie haben sich in einem anderen Browser registriert. Bitte zeigen Sie, dass Sie es waren.",
    password: "Das Passwort, das Sie beim Registrieren gewählt haben",
    newPassword: "Ein neues Passwort",
    useNewPassword: "Stattdessen ein neues Passwort wählen",
    usePassword: "Das Passwort von der Registrierung verwenden",
    newPasswordNote: "Ihr Konto beginnt dann leer, ohne Gespräche aus der Zeit vor der Registrierung.",
    passwordWrong: "Das ist nicht das Passwort, das bei der Registrierung dieser Adresse gewählt wurde.",
    doneTitle: "Ihre Adresse ist bestätigt",
    deadTitle: "Dieser Link gilt nicht mehr",
    dead: "Er wurde schon verwendet oder ist abgelaufen. Wenn Sie diese Adresse früher bestätigt haben, melden Sie sich an. Sonst senden wir Ihnen gern einen neuen Brief.",
    missingTitle: "Öffnen Sie den Link aus Ihrem Brief",
    missing:
      "Diese Seite bestätigt eine Adresse mit dem Link aus einem Brief. Wenn Sie keinen Link haben, senden wir Ihnen gern einen neuen Brief.",
    resend: "Neuen Brief senden",
    resending: "Wird gesendet…",
    resent: "Wenn diese Adresse auf ihre Bestätigung wartet, ist ein Brief unterwegs.",
    login: "Anmelden",
  },
  account: {
    signedInAs: "Angemeldet als",
    signOut: "Abmelden",
    signingOut: "Abmeldung läuft…",
    backToBook: "Zurück zum Buch",
    already: "Sie sind angemeldet",
  },
  bars: {
    signedOut: "Sie sind abgemeldet. Was Sie geschrieben haben, ist noch da.",
    signIn: "Anmelden",
    dismiss: "Ausblenden",
    conversationsAdded: ({ count }) =>
      counted(count, { one: "# Gespräch übernommen.", other: "# Gespräche übernommen." }),
  },
} satisfies Screens;
