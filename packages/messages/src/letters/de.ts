import { counting } from "../counting.ts";
import type { Letters } from "./index.ts";

const counted = counting("de");
const hours = (count: number) => counted(count, { one: "# Stunde", other: "# Stunden" });
const minutes = (count: number) => counted(count, { one: "# Minute", other: "# Minuten" });

const code = {
  codeLabel: "Ihr Code",
  codeNote: ({ minutes: count }) =>
    count === undefined
      ? "Geben Sie ihn auf der Seite ein, die danach gefragt hat. Er gilt nur kurze Zeit."
      : `Geben Sie ihn auf der Seite ein, die danach gefragt hat. Er gilt ${minutes(count)}.`,
} satisfies Partial<Letters["verifyUser"]>;

const confirm = {
  button: "Diese Adresse bestätigen",
  valid: ({ hours: count }) =>
    `Der Link gilt einmal, innerhalb von ${hours(count)}. Er öffnet eine Seite mit einem Knopf; bevor Sie ihn drücken, ändert sich nichts.`,
} satisfies Partial<Letters["verifyUser"]>;

const newPassword = {
  button: "Neues Passwort wählen",
  valid: ({ hours: count }) =>
    `Der Link gilt einmal, innerhalb von ${hours(count)}. Er öffnet eine Seite, auf der Sie das neue Passwort eingeben; bevor Sie es absenden, ändert sich nichts.`,
} satisfies Partial<Letters["passwordReset"]>;

/** What the letters about the safety of an account have in common. */
const safety = {
  valid: "Der Link gilt jederzeit.",
  why: ({ book }) =>
    `Sie erhalten diesen Brief, weil er die Sicherheit Ihres Kontos bei ${book} betrifft; solche Briefe lassen sich nicht abbestellen.`,
} satisfies Partial<Letters["newDevice"]>;

const lookAfterAccount = {
  button: "Ihr Konto ansehen",
  notYou:
    "Wenn Sie das waren, brauchen Sie nichts zu tun. Wenn nicht, ist jemand anderes in Ihrem Konto: Melden Sie auf der Seite hinter dem Knopf die Geräte ab, die Sie nicht kennen, und wählen Sie ein neues Passwort.",
} satisfies Partial<Letters["secondFactorChanged"]>;

/** German, in the polite form. */
export const de = {
  language: "de",
  direction: "ltr",
  greeting: ({ name }) => `Guten Tag, ${name},`,
  greetingWithoutName: "Guten Tag,",
  linkBelowButton: "Wenn der Knopf nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
  sentTo: ({ to, book }) => `Dieser Brief ging an ${to}. Absender: ${book}.`,
  labelled: ({ label, value }) => `${label}: ${value}`,

  facts: {
    device: "Gerät",
    at: "Zeit",
    place: "Ort",
    newAddress: "Neue Adresse",
    passkey: "Passkey",
    provider: "Anbieter",
    reason: "Grund",
    until: "Bis",
    role: "Rolle",
    deviceName: ({ browser, system }) => `${browser} auf ${system}`,
    unknownDevice: "eines, das wir nicht erkennen",
    near: ({ place }) => `in oder bei ${place}, der Netzwerkadresse nach`,
    withoutEnd: "auf Weiteres",
  },
  roles: { user: "Leserin oder Leser", moderator: "Moderation", admin: "Verwaltung" },

  verifyRegistration: {
    ...code,
    ...confirm,
    subject: ({ book }) => `Bestätigen Sie Ihre Adresse für ${book}`,
    lead: ({ to, book }) =>
      `Bestätigen Sie, dass ${to} Ihre Adresse ist. Danach ist Ihr Konto bei ${book} bereit.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil sich jemand mit dieser Adresse bei ${book} registriert hat.`,
    notYou:
      "Wenn Sie das nicht waren, tun Sie nichts: Ohne den Code oder den Link entsteht kein Konto. Geben Sie beides an niemanden weiter.",
  },
  verifyUser: {
    ...code,
    ...confirm,
    subject: ({ book }) => `Bestätigen Sie die Adresse Ihres Kontos bei ${book}`,
    lead: ({ to, book }) => `Bestätigen Sie, dass ${to} noch Ihnen gehört und zu Ihrem Konto bei ${book}.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil ein Konto bei ${book} diese Adresse hat und sie nie bestätigt wurde.`,
    notYou:
      "Wenn das Konto nicht Ihres ist, tun Sie nichts: Die Adresse bleibt unbestätigt. Geben Sie Code und Link an niemanden weiter.",
  },
  alreadyRegistered: {
    subject: ({ book }) => `Sie haben schon ein Konto bei ${book}`,
    lead: ({ to, book }) =>
      `Jemand wollte sich bei ${book} mit ${to} registrieren; mit dieser Adresse gibt es dort schon ein Konto. Wenn Sie das waren, melden Sie sich einfach an.`,
    button: "Anmelden",
    valid: "Dieser Brief enthält keinen Code, und sein Link gilt jederzeit.",
    why: () =>
      "Sie erhalten diesen Brief, weil das Konto mit dieser Adresse Ihres ist. Wer es versucht hat, hat davon nichts erfahren.",
    notYou:
      "Wenn Sie das nicht waren, tun Sie nichts: Es hat sich nichts geändert, und Ihr Passwort ist dasselbe.",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }) => `Wir haben eines Ihrer Geräte bei ${book} abgemeldet`,
    lead: ({ book }) =>
      `Jemand hat bei ${book} eine veraltete Anmeldung eines Ihrer Geräte verwendet. Das kann bedeuten, dass die Anmeldung kopiert wurde; deshalb haben wir sie beendet. Ihre anderen Geräte bleiben angemeldet.`,
    button: "Wieder anmelden",
    notYou:
      "Wenn Sie eine Sicherung eingespielt oder ein Browserprofil kopiert haben, genügt es, sich wieder anzumelden. Wenn nicht, oder wenn es noch einmal geschieht, sagen Sie es den Betreibern dieses Buchs.",
  },
  newDevice: {
    ...safety,
    subject: ({ book }) => `Neues Gerät in Ihrem Konto bei ${book} angemeldet`,
    lead: ({ book }) =>
      `Jemand hat sich bei ${book} in Ihrem Konto auf einem Gerät angemeldet, das dort neu ist.`,
    button: "Ihre Geräte ansehen",
    notYou:
      "Wenn Sie es waren, brauchen Sie nichts zu tun. Wenn nicht, kann sich jemand als Sie anmelden: Melden Sie das Gerät auf der Seite hinter dem Knopf ab, und wählen Sie ein neues Passwort.",
  },
  passwordReset: {
    ...code,
    ...newPassword,
    subject: ({ book }) => `Wählen Sie ein neues Passwort für ${book}`,
    lead: ({ book }) =>
      `Jemand hat angegeben, das Passwort Ihres Kontos bei ${book} vergessen zu haben. Wenn Sie das waren, wählen Sie ein neues.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil jemand diese Adresse auf der Seite für vergessene Passwörter von ${book} eingegeben hat.`,
    notYou:
      "Wenn Sie das nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist. Geben Sie Code und Link an niemanden weiter.",
  },
  passwordChanged: {
    ...safety,
    subject: ({ book }) => `Ihr Passwort bei ${book} wurde geändert`,
    lead: ({ book }) =>
      `Ihr Konto bei ${book} hat ein neues Passwort. Geräte, die vorher angemeldet waren, wurden abgemeldet.`,
    button: "Ein anderes Passwort wählen",
    notYou:
      "Wenn Sie es waren, brauchen Sie nichts zu tun. Wenn nicht, kann sich jemand als Sie anmelden: Drücken Sie sofort den Knopf, und fordern Sie einen Brief an, mit dem Sie ein anderes Passwort wählen.",
  },
  accountUnderAttack: {
    ...safety,
    subject: ({ book }) => `Jemand probiert Passwörter bei ${book}`,
    lead: ({ book }) =>
      `Für Ihr Konto bei ${book} wurden viele falsche Passwörter eingegeben. Niemand ist dadurch hineingekommen, und weitere Versuche werden eine Weile abgewiesen. In einem Browser, mit dem Sie sich schon einmal angemeldet haben, melden Sie sich an wie immer, überall sonst per Brief.`,
    button: "Ihr Konto ansehen",
    notYou:
      "Wenn Ihr Passwort lang ist und Sie es nirgends sonst verwenden, brauchen Sie nichts zu tun. Wenn nicht, wählen Sie ein neues. Mit einem Passkey oder der Anmeldung in zwei Schritten öffnet ein erratenes Passwort allein nichts.",
  },
  emailChangeConfirm: {
    ...confirm,
    subject: ({ book }) => `Bestätigen Sie Ihre neue Adresse für ${book}`,
    lead: ({ to, book }) => `Bestätigen Sie, dass Ihr Konto bei ${book} die Adresse ${to} bekommen soll.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil jemand diese Adresse für ein Konto bei ${book} verwenden will.`,
    notYou:
      "Wenn Sie das nicht waren, tun Sie nichts: Ohne den Link ändert sich nichts. Geben Sie ihn an niemanden weiter.",
  },
  emailChanged: {
    subject: ({ book }) => `Die Adresse Ihres Kontos bei ${book} wurde geändert`,
    lead: ({ book }) =>
      `Ihr Konto bei ${book} hat jetzt eine andere Adresse. Briefe dazu gehen von nun an dorthin.`,
    button: "Änderung rückgängig machen",
    valid: ({ until }) =>
      `Der Link gilt einmal, bis ${until}. Er öffnet eine Seite mit einem Knopf; bevor Sie ihn drücken, ändert sich nichts.`,
    why: safety.why,
    notYou:
      "Wenn Sie es waren, brauchen Sie nichts zu tun. Wenn nicht, machen Sie die Änderung rückgängig: Das Konto bekommt diese Adresse zurück, alle Geräte werden abgemeldet, das Passwort und alles, was seither dazukam, wird entfernt, und Sie erhalten einen Brief, mit dem Sie ein neues Passwort wählen.",
  },
  emailChangeUndone: {
    ...newPassword,
    subject: ({ book }) => `Ihr Konto bei ${book} hat wieder die alte Adresse`,
    lead: ({ to, book }) =>
      `Die Änderung der Adresse wurde rückgängig gemacht: Ihr Konto bei ${book} gehört wieder zu ${to}. Alle Geräte wurden abgemeldet; das Passwort und alles, was seit der Änderung dazukam, wurde entfernt. Wählen Sie ein neues Passwort, um sich anzumelden.`,
    why: safety.why,
    notYou:
      "Wenn nicht Sie die Änderung rückgängig gemacht haben, kann jemand anderes Ihre Briefe lesen: Sichern Sie zuerst dieses Postfach, und wählen Sie dann ein neues Passwort.",
  },
  invitation: {
    subject: ({ book }) => `Sie sind zu ${book} eingeladen`,
    lead: ({ to, book }) => `Sie sind eingeladen, bei ${book} ein Konto mit der Adresse ${to} anzulegen.`,
    button: "Konto anlegen",
    valid: ({ until }) =>
      `Der Link gilt für ein Konto, bis ${until}. Er öffnet die Seite, auf der Sie sich registrieren; bevor Sie sie absenden, geschieht nichts.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil jemand, der ${book} betreut, diese Adresse eingeladen hat.`,
    notYou: "Wenn Sie keine Einladung erwarten, tun Sie nichts: Dann entsteht kein Konto.",
  },
  magicLink: {
    ...code,
    subject: ({ book }) => `Anmelden bei ${book}`,
    lead: ({ to, book }) =>
      `Jemand möchte sich mit einem Brief an ${to} in Ihrem Konto bei ${book} anmelden. Wenn Sie das sind, geht es mit dem Code oder dem Knopf weiter.`,
    button: "Anmelden",
    valid: ({ minutes: count }) =>
      `Der Link gilt einmal, innerhalb von ${minutes(count)}. Er öffnet eine Seite mit einem Knopf; bevor Sie ihn drücken, wird niemand angemeldet.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil jemand bei ${book} einen Brief zum Anmelden mit dieser Adresse angefordert hat.`,
    notYou:
      "Wenn Sie das nicht waren, tun Sie nichts: Ohne den Code oder den Link wird niemand angemeldet. Geben Sie beides an niemanden weiter.",
  },
  signInCode: {
    ...code,
    subject: ({ book }) => `Ihr Code für ${book}`,
    lead: ({ book }) =>
      `Jemand, der in Ihrem Konto bei ${book} angemeldet ist, will etwas Geschütztes tun. Der Code weist nach, dass Sie es sind.`,
    why: safety.why,
    notYou:
      "Wenn Sie das nicht waren, geben Sie den Code an niemanden weiter: Melden Sie sich an, melden Sie auf Ihrer Kontoseite die Geräte ab, die Sie nicht kennen, und wählen Sie ein neues Passwort.",
  },
  accountDeleted: {
    subject: ({ book }) => `Ihr Konto bei ${book} wurde gelöscht`,
    lead: ({ to, book }) =>
      `Das Konto bei ${book} mit der Adresse ${to} wurde gelöscht, mit allem, was darin aufbewahrt war. Dies ist der letzte Brief dazu.`,
    why: ({ book }) => `Sie erhalten diesen Brief, weil das Konto bei ${book} diese Adresse hatte.`,
    notYou:
      "Wenn Sie das wollten, brauchen Sie nichts zu tun. Wenn nicht, sagen Sie es den Betreibern dieses Buchs: Sie können das Konto nicht wiederherstellen, sollten es aber wissen.",
  },
  accountBanned: {
    subject: ({ book }) => `Ihr Konto bei ${book} wurde gesperrt`,
    lead: ({ book }) =>
      `Die Betreiber von ${book} haben Ihr Konto gesperrt. Solange kann sich niemand darin anmelden, und alle Geräte wurden abgemeldet.`,
    why: safety.why,
    notYou: "Wenn Sie das für einen Irrtum halten, schreiben Sie den Betreibern dieses Buchs.",
  },
  roleChanged: {
    subject: ({ book }) => `Ihre Rolle bei ${book} hat sich geändert`,
    lead: ({ book }) =>
      `Die Betreiber von ${book} haben Ihrem Konto eine andere Rolle gegeben. Sie gilt von nun an auf allen Ihren Geräten.`,
    why: safety.why,
    notYou: "Wenn Sie damit nicht gerechnet haben, schreiben Sie den Betreibern dieses Buchs.",
  },
  secondFactorChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      on: {
        subject: ({ book }) => `Anmeldung in zwei Schritten bei ${book} eingeschaltet`,
        lead: ({ book }) =>
          `Von nun an fragt die Anmeldung in Ihrem Konto bei ${book} auch nach einem Code Ihrer Authentifizierungs-App.`,
      },
      off: {
        subject: ({ book }) => `Anmeldung in zwei Schritten bei ${book} ausgeschaltet`,
        lead: ({ book }) =>
          `Die Anmeldung in Ihrem Konto bei ${book} fragt nicht mehr nach dem Code einer Authentifizierungs-App.`,
      },
      "codes-guessed": {
        subject: ({ book }) => `Jemand rät Codes bei ${book}`,
        lead: ({ book }) =>
          `Für Ihr Konto bei ${book} wurden zehn falsche Codes hintereinander eingegeben. Wer das tut, kennt Ihr Passwort, liest Ihre Post oder hat ein Gerät von Ihnen. Eine Weile gilt kein Code; wenn Sie es nicht waren, wählen Sie ein anderes Passwort.`,
      },
      "recovery-code-used": {
        subject: ({ book }) => `Bei ${book} wurde ein Wiederherstellungscode verwendet`,
        lead: ({ book }) =>
          `Jemand hat einen der Wiederherstellungscodes Ihres Kontos bei ${book} verwendet. Jeder gilt einmal; erzeugen Sie neue, bevor sie ausgehen.`,
      },
      "recovery-codes-renewed": {
        subject: ({ book }) => `Neue Wiederherstellungscodes bei ${book}`,
        lead: ({ book }) =>
          `Ihr Konto bei ${book} hat neue Wiederherstellungscodes. Die alten gelten nicht mehr.`,
      },
    },
  },
  signInMethodChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      "passkey-added": {
        subject: ({ book }) => `Bei ${book} wurde ein Passkey hinzugefügt`,
        lead: ({ book }) => `Von nun an öffnet auch ein neuer Passkey Ihr Konto bei ${book}.`,
      },
      "passkey-removed": {
        subject: ({ book }) => `Bei ${book} wurde ein Passkey entfernt`,
        lead: ({ book }) => `Ein Passkey öffnet Ihr Konto bei ${book} nicht mehr.`,
      },
      "provider-linked": {
        subject: ({ book }) => `Ein neuer Weg, sich bei ${book} anzumelden`,
        lead: ({ book }) =>
          `Von nun an öffnet auch die Anmeldung bei einem anderen Dienst Ihr Konto bei ${book}.`,
      },
      "provider-unlinked": {
        subject: ({ book }) => `Bei ${book} wurde ein Weg zur Anmeldung entfernt`,
        lead: ({ book }) => `Die Anmeldung bei einem anderen Dienst öffnet Ihr Konto bei ${book} nicht mehr.`,
      },
    },
  },
  announcement: {
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil in Ihren Einstellungen Neuigkeiten von ${book} eingeschaltet sind.`,
    unsubscribe: "Solche Briefe abbestellen",
  },
  mailTest: {
    subject: ({ book }) => `Testbrief von ${book}`,
    lead: ({ book }) => `Sie können dies lesen, also kommen Briefe von ${book} an.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil jemand, der ${book} betreibt, mit dieser Adresse geprüft hat, ob Briefe ankommen.`,
    notYou: "Wenn Sie dieses Buch nicht betreiben, tun Sie nichts.",
  },
} satisfies Letters;
