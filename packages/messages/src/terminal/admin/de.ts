import { de as forms } from "../../problems/de.ts";
import type { Admin } from "./en.ts";

export const admin = {
  help: {
    admin: "bestimmen, wer verwaltet: der erste Administrator, Rollen, Sperren",
    link: "einen Link ausgeben, der zum Administrator macht: einmal, 30 Minuten lang",
    create:
      "ein Konto anlegen, das verwaltet; sein Passwort wird erfragt oder von der Standardeingabe gelesen",
    email: "die Adresse des Kontos",
    name: "der Name des Kontos; ohne Angabe das, was vor dem @ steht",
    list: "Administratoren und Moderatoren auflisten",
    role: "einem Konto eine andere Rolle geben",
    who: "die Adresse oder die Id eines Kontos",
    roleName: "user, moderator, admin oder eine Rolle aus den Einstellungen",
    reason: "warum; wird festgehalten, und wem das Konto gehört, kann es lesen",
    ban: "ein Konto aussperren und seine Sitzungen beenden",
    until: "wann die Sperre endet, etwa 2027-01-31 oder 2027-01-31T18:00Z",
    for: "wie lange sie dauert, etwa 45m, 12h oder 7d; ohne Ende, bis sie aufgehoben wird",
    unban: "ein Konto wieder einlassen",
  },
  link: "Öffnen Sie diesen Link, melden Sie sich dort an oder legen Sie ein Konto an, und drücken Sie den Knopf:",
  linkLasts: "Er gilt einmal, 30 Minuten lang. Ein früher ausgegebener Link gilt nicht mehr.",
  password: "Passwort (leer lassen, um einen Link zum Festlegen zu erhalten)",
  passwordAgain: "Noch einmal dasselbe",
  passwordsDiffer: "Das sind zwei verschiedene Passwörter.",
  cancelled: "Nichts wurde geändert.",
  created: ({ email }) => `${email} ist jetzt Administrator.`,
  setPassword: "Wer diesen Link öffnet, legt das Passwort fest, einmal, innerhalb von 24 Stunden:",
  badEmail: ({ email }) => `„${email}“ ist keine Adresse, die ein Brief erreichen kann.`,
  badName: ({ name }) => `„${name}“ ist kein Name: Er hat mindestens ein Zeichen und höchstens 80.`,
  emailTaken: ({ email }) =>
    `${email} hat schon ein Konto. So wird es Administrator: npx bookplate admin role ${email} admin --reason "…"`,
  noSuchAccount: ({ who }) => `Es gibt kein Konto „${who}“.`,
  noSuchRole: ({ role, known }) => `Es gibt keine Rolle „${role}“. Es gibt ${known}.`,
  noReason: 'Sagen Sie, warum: --reason "…", höchstens 500 Zeichen.',
  lastAdmin: ({ email }) =>
    `${email} ist der letzte Administrator. Machen Sie zuerst jemand anderen dazu: npx bookplate admin link`,
  roleIs: ({ email, role }) => `${email} hat die Rolle ${role}.`,
  banned: ({ email }) => `${email} ist gesperrt. Die Sitzungen sind beendet.`,
  bannedUntil: ({ email, moment }) => `${email} ist bis ${moment} gesperrt. Die Sitzungen sind beendet.`,
  unbanned: ({ email }) => `${email} darf sich anmelden.`,
  untilOrFor: "Entweder --until oder --for, nicht beides.",
  badMoment: ({ value }) =>
    `„${value}“ ist kein kommender Zeitpunkt. Schreiben Sie ihn wie 2027-01-31 oder 2027-01-31T18:00Z.`,
  badSpan: ({ value }) =>
    `„${value}“ ist keine Dauer. Schreiben Sie sie in Minuten, Stunden oder Tagen: 45m, 12h, 7d.`,
  none: "Noch verwaltet niemand. Ein Link, der jemanden zum Administrator macht: npx bookplate admin link",
  fields: forms.fields,
  facts: {
    secondFactor: "Anmeldung in zwei Schritten",
    noSecondFactor: "keine Anmeldung in zwei Schritten",
    unverified: "Adresse nicht bestätigt",
    banned: "gesperrt",
  },
} satisfies Admin;
