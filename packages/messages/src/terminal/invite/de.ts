import type { Invite } from "./en.ts";

export const invite = {
  help: {
    invite: "jemanden einladen, ein Konto anzulegen",
    email: "für diese Adresse allein, die den Link als Brief bekommt",
    role: "was das Konto sein wird; ohne Angabe user",
    expires: "wie lange sie gilt, etwa 12h oder 7d; höchstens 90d",
    language: "des Briefs, als Kürzel wie de",
    list: "zeigen, wer eingeladen ist und wer angenommen hat",
    withdraw: "eine Einladung zurücknehmen",
    id: "wie invite list sie zeigt",
  },
  made: ({ moment }) => `Dieser Link gilt für ein Konto, bis ${moment}:`,
  mailed: ({ email }) => `Er ist auch als Brief an ${email} unterwegs.`,
  nobody: "Niemand ist eingeladen.",
  anybody: "wer den Link hat",
  until: ({ moment }) => `bis ${moment}`,
  accepted: ({ moment }) => `angenommen ${moment}`,
  withdrawn: "Die Einladung gilt nicht mehr.",
  noSuchInvitation: ({ id }) => `Es wartet keine Einladung „${id}“.`,
  noSuchRole: ({ role }) => `Es gibt keine Rolle „${role}“.`,
  badExpiry: ({ value }) =>
    `„${value}“ ist nicht verwendbar: es muss aussehen wie 12h oder 7d und höchstens 90d sein.`,
  noAddress: ({ email }) => `An „${email}“ lässt sich kein Brief senden.`,
  taken: ({ email }) => `${email} hat ein Konto.`,
  closed:
    "Niemand kann ein Konto anlegen, ob eingeladen oder nicht: SIGN_UP ist closed. Schreiben Sie SIGN_UP=invitation.",
} satisfies Invite;
