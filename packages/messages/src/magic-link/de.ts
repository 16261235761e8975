import type { MagicLinkWords } from "./index.ts";

/** Signing in by letter, in German. */
export const de = {
  ask: {
    title: "Mit einem Brief anmelden",
    lead: "Nennen Sie uns Ihre Adresse, und wir senden Ihnen einen Link, der Sie anmeldet. Ohne Passwort.",
    submit: "Link zusenden",
    busy: "Wird gesendet…",
    back: "Zurück zur Anmeldung",
  },
  inbox: {
    title: "Sehen Sie in Ihr Postfach",
    sent: "Wenn es ein Konto mit dieser Adresse gibt, ist ein Brief unterwegs an",
    sentEnd: ".",
    open: "Öffnen Sie ihn und drücken Sie den Knopf darin. Oder geben Sie seinen Code hier ein, wenn Sie ihn auf einem anderen Gerät lesen.",
    submit: "Anmelden",
    busy: "Anmeldung läuft…",
    nothing: "Nichts da? Sehen Sie auch bei der unerwünschten Post nach.",
    resend: "Noch einmal senden",
    resending: "Wird gesendet…",
    resent: "Ein weiterer Brief ist unterwegs. Hier gilt von jetzt an nur noch dessen Code.",
    otherAddress: "Eine andere Adresse verwenden",
  },
  link: {
    title: "Anmelden",
    lead: "Ein Druck auf den Knopf, und Sie sind auf diesem Gerät angemeldet als",
    leadNoAddress: "Ein Druck auf den Knopf, und Sie sind auf diesem Gerät angemeldet.",
    notYou: "Wenn Sie diesen Brief nicht verlangt haben, schließen Sie die Seite. Dann geschieht nichts.",
    submit: "Hier anmelden",
    busy: "Anmeldung läuft…",
    doneTitle: "Sie sind angemeldet",
    done: "Dieses Gerät bleibt angemeldet, bis Sie sich abmelden.",
    toBook: "Zurück zum Buch",
    deadTitle: "Dieser Link gilt nicht mehr",
    dead: "Er wurde schon verwendet oder ist abgelaufen. Ein neuer Brief bringt einen neuen Link.",
    missingTitle: "Öffnen Sie den Link aus Ihrem Brief",
    missing: "Diese Seite meldet Sie mit dem Link aus einem Brief an.",
    signIn: "Anmelden",
  },
} satisfies MagicLinkWords;
