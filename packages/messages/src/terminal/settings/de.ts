import type { Terminal } from "../index.ts";

const unhardened =
  "die Entwicklung zeigt Briefe und Antworten ungeschützt; sie muss auf diesem Rechner bleiben";
const guessed = "wer es errät, kann sich als jeder ausgeben";
const unusable = (value: string) => `„${value}“ ist nicht verwendbar`;
const notHttps = (value: string) => `„${value}“ ist kein https`;

export const settings = {
  why: "warum",
  write: "schreiben",
  or: "oder",
  misspelt: {
    what: "ist keine Einstellung, also liest es niemand",
    why: "der Name ist fast der einer Einstellung",
  },
  notKnown: ({ value, choices }) => ({
    what: `„${value}“ ist nicht bekannt`,
    why: `es muss eines von diesen sein: ${choices}`,
  }),
  notInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `es muss eine ganze Zahl von ${least} bis ${most} sein`,
  }),
  noDuration: ({ value }) => ({
    what: unusable(value),
    why: "es muss aussehen wie 30s, 15m, 12h oder 7d",
  }),
  durationNotInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `es muss von ${least} bis ${most} reichen`,
  }),
  noQuota: ({ value }) => ({
    what: unusable(value),
    why: "es müssen Fragen am Tag sein wie 20/d, Token wie 500000t/d, beides mit einem Komma dazwischen, oder none",
  }),
  quotaTooLow: ({ value, least }) => ({
    what: `"${value}" ist weniger, als eine Antwort kosten kann`,
    why: `für jede Antwort werden bis zu ${least} Token zurückgelegt, also würde keine Frage je beantwortet`,
  }),
  noRoleName: ({ value }) => ({
    what: `„${value}“ benennt keine neue Rolle`,
    why: "eine Rolle heißt name:user oder name:moderator; der Name besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, kommt einmal vor und ist nicht guest, user, moderator oder admin",
  }),
  noRoleLike: ({ value }) => ({
    what: `„${value}“ sagt nicht, welcher Rolle es gleicht`,
    why: "eine Rolle hat Rang, Kontingente und Zwei-Faktor-Regel von user oder moderator; wer alles darf, ist admin",
  }),
  noDomain: ({ value }) => ({
    what: `„${value}“ ist keine Domain`,
    why: "verglichen wird mit dem, was in einer Adresse nach dem @ steht: schreiben Sie sie wie example.org",
  }),
  domainsUnproven: {
    what: "nennt Domains, die niemand beweisen muss",
    why: "mit EMAIL_VERIFICATION=off könnte jeder eine Adresse dieser Domains eintippen",
  },
  noWebAddress: ({ value }) => ({
    what: `„${value}“ ist keine Webadresse`,
    why: "Links, Cookies und Token werden daraus gemacht",
  }),
  noOrigin: ({ value }) => ({
    what: `„${value}“ ist kein Ursprung`,
    why: "Ursprünge werden genau verglichen: Schema, Host und Port, ohne Pfad oder Schrägstrich",
  }),
  noAddressRange: ({ value }) => ({
    what: `„${value}“ ist kein Adressbereich`,
    why: "es muss aussehen wie 10.0.0.0/8",
  }),
  hasPath: ({ value }) => ({
    what: `„${value}“ hat einen Pfad`,
    why: "es ist ein Ursprung: Cookies und Token kennen keinen Pfad",
  }),
  notWritable: ({ value }) => ({
    what: `in „${value}“ lässt sich nicht schreiben`,
    why: "dort liegen die eingebettete Datenbank und das erzeugte Geheimnis",
  }),
  noRedis: { what: "ist keine Redis-Adresse", why: "mehrere Server zählen dort gemeinsam, was begrenzt ist" },
  noPostgres: {
    what: "ist keine Adresse eines Postgres",
    why: "die Datenbank ist Postgres 15 oder neuer",
  },
  transportNotSet: ({ value, setting }) => ({
    what: `nennt „${value}“, wofür Einstellungen fehlen`,
    why: `auf diesem Weg gehen Briefe nur mit ${setting} hinaus`,
  }),
  noWebhookSecret: {
    what: "ist nicht, was Resend anzeigt",
    why: "es beginnt mit whsec_, und wer Meldungen fälscht, könnte Adressen verstummen lassen",
  },
  noMailServer: { what: "ist keine Adresse eines Mailservers", why: "über ihn gehen die Briefe hinaus" },
  noSender: {
    what: "fehlt",
    why: "Mailserver lehnen Briefe ohne einen Absender aus ihrer Domain ab",
  },
  noBearerSecret: {
    what: "ist nicht zufällig genug",
    why: "wer es errät, kann nach Token fragen; mindestens 32 Buchstaben, Ziffern oder - . _ ~ + /",
  },
  reachable: ({ value }) => ({ what: `„${value}“ ist von außen erreichbar`, why: unhardened }),
  publicAddress: ({ value }) => ({ what: `„${value}“ ist eine öffentliche Adresse`, why: unhardened }),
  notHttps: ({ value }) => ({ what: notHttps(value), why: "Cookies und Token gingen offen über das Netz" }),
  bookNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "Links in Briefen tragen Token dorthin",
  }),
  otherSite: ({ value, api }) => ({
    what: `„${value}“ ist eine andere Website als „${api}“`,
    why: "Browser verwerfen Cookies über Websites hinweg; Leser wären nach jedem Neuladen abgemeldet",
  }),
  sharedHost: ({ value, suffix }) => ({
    what: `„${value}“ liegt unter ${suffix}, wo jeder Name eine eigene Website ist`,
    why: "Safari und Brave behalten kein Cookie einer API von anderswo: sie muss unter genau demselben Namen liegen oder hinter einem Proxy unter /api",
  }),
  noMail: { what: "fehlt", why: "niemand könnte seine Adresse bestätigen" },
  limitsOff: { what: "„off“ ist für Tests", why: "Passwörter ließen sich endlos raten" },
  /** Of a language model's settings. */
  modelIncomplete: { what: "fehlt", why: "ein Sprachmodell braucht seine Adresse und seinen Namen" },
  modelNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "sein Schlüssel und die Fragen der Lesenden gingen offen über das Netz",
  }),
  modelRoute: ({ value }) => ({
    what: `"${value}" ist nur ein Weg des Modells`,
    why: "chat/completions wird daran angehängt",
  }),
  noModelKey: {
    what: "ist nicht brauchbar",
    why: "er reist in einem Header: sichtbare ASCII-Zeichen ohne Leerzeichen",
  },
  noPartner: ({ partner }) => ({
    what: "fehlt",
    why: `gehört zu ${partner}: Ein Anbieter ist an, wenn beide gesetzt sind`,
  }),
  providerNeeds: ({ name }) => ({
    what: "fehlt",
    why: `ohne diese Einstellung findet niemand den Weg zu ${name}`,
  }),
  notUsable: ({ value }) => ({
    what: `„${value}“ ist nicht brauchbar`,
    why: "daraus werden Adressen des Anbieters gebildet",
  }),
  noIssuer: ({ value }) => ({
    what: `„${value}“ ist nicht brauchbar`,
    why: "es muss die https-Adresse des Anbieters sein, genau so, wie er sich als Issuer nennt",
  }),
  noSecret: {
    what: "fehlt",
    why: "Token und gespeicherte Schlüssel hängen daran; ein erzeugtes ginge mit diesem Rechner verloren",
  },
  idTwice: { what: "nennt eine Id zweimal", why: "jede Id sagt, welcher Schlüssel gemeint ist" },
  secretTooShort: ({ id, least }) => ({
    what: `das Geheimnis „${id}“ ist kürzer als ${least} Bytes`,
    why: guessed,
  }),
  secretIsExample: ({ id }) => ({
    what: `das Geheimnis „${id}“ ist ein Beispiel, kein Geheimnis`,
    why: guessed,
  }),
  secretRepeats: ({ id }) => ({ what: `das Geheimnis „${id}“ wiederholt sich zu sehr`, why: guessed }),
} satisfies Terminal["settings"];
