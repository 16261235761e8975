import type { ProofsWords } from "./index.ts";

/** How readers prove who they are, in German, in the polite form. */
export const de = {
  submit: "Weiter",
  busy: "Wird geprüft…",
  cancel: "Abbrechen",

  totp: {
    label: "Code aus Ihrer Authentifizierungs-App",
    hint: "6 Ziffern. Alle 30 Sekunden kommt ein neuer Code.",
    incomplete: "Geben Sie alle 6 Ziffern ein.",
    wrong: "Dieser Code stimmt nicht oder wurde schon verwendet. Warten Sie auf den nächsten.",
  },
  recoveryCode: {
    label: "Wiederherstellungscode",
    hint: "Einer der Codes, die Sie beim Einschalten der Anmeldung in zwei Schritten aufbewahrt haben. Jeder gilt einmal.",
    wrong: "Das ist keiner Ihrer Wiederherstellungscodes, oder er wurde schon verwendet.",
  },
  mailCode: {
    label: "Code aus dem Brief",
    hint: "8 Ziffern, 10 Minuten gültig.",
    incomplete: "Geben Sie alle 8 Ziffern ein.",
    wrong:
      "Dieser Code stimmt nicht oder ist abgelaufen. Nach fünf falschen Versuchen gilt er nicht mehr; ein neuer Brief bringt einen neuen.",
  },
  password: {
    label: "Ihr Passwort",
    wrong: "Das ist nicht Ihr Passwort.",
  },

  secondFactor: {
    title: "Noch ein Schritt",
    lead: "Ihr Konto ist durch die Anmeldung in zwei Schritten geschützt. Öffnen Sie Ihre Authentifizierungs-App und geben Sie den Code ein, den sie zeigt.",
    recoveryTitle: "Mit Wiederherstellungscode anmelden",
    recoveryLead:
      "Für den Fall, dass die App nicht zur Hand ist. Dieser Code ist dann verbraucht, die anderen gelten weiter.",
    trust: "Diesem Gerät 30 Tage lang vertrauen",
    trustHint: "So lange fragt es nach keinem Code. Lassen Sie das auf gemeinsam genutzten Geräten leer.",
    useRecoveryCode: "Stattdessen einen Wiederherstellungscode verwenden",
    useTotp: "Stattdessen die Authentifizierungs-App verwenden",
    startAgain: "Neu beginnen",
    overTitle: "Bitte melden Sie sich noch einmal an",
    over: "Es hat zu lange gedauert, oder es waren zu viele falsche Codes. Ihrem Konto ist nichts geschehen.",
  },

  stepUp: {
    title: "Bestätigen Sie, dass Sie es sind",
    lead: "Hier geht es um die Sicherheit Ihres Kontos. Nach der Bestätigung geht es da weiter, wo Sie waren.",
    looking: "Einen Moment…",
    other: "Anders bestätigen:",
    ways: {
      password: "Passwort",
      totp: "Authentifizierungs-App",
      "recovery-code": "Wiederherstellungscode",
      passkey: "Passkey",
      "mail-code": "Code per Mail",
    },
    none: "Hier lässt sich nichts bestätigen. Melden Sie sich ab und wieder an, und versuchen Sie es dann noch einmal.",
    mailLead: "Wir senden einen Code an",
    send: "Code senden",
    sending: "Wird gesendet…",
    sent: "Ein Brief mit einem Code ist unterwegs.",
    sendAgain: "Neuen Code senden",
  },
} satisfies ProofsWords;
