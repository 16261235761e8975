import type { Quota } from "./en.ts";

export const quota = {
  help: {
    quota: "sehen, was heute gefragt wurde, und einzelnen eigene Grenzen geben",
    show: "zeigen, was jemand heute gefragt hat und fragen darf; ohne Angabe: alle zusammen",
    set: "jemandem eigene Grenzen geben; sie gelten sofort",
    reader: "die Adresse eines Kontos, oder die Id eines Kontos oder Gastes",
    messages: "Fragen am Tag: eine Zahl, 0 für gar keine, oder default für das, was alle haben",
    tokens: "Token am Tag, ebenso",
  },
  names: { messages: "Fragen", tokens: "Token" },
  used: ({ name, used, limit }) => `${name}: ${used} von ${limit}`,
  usedWithoutLimit: ({ name, used }) => `${name}: ${used}, ohne Grenze`,
  own: "eigens gesetzt",
  until: ({ moment }) => `Der Tag endet um ${moment}.`,
  serverWithoutLimit: "Alle zusammen dürfen beliebig viel fragen: QUOTA_SERVER ist nicht gesetzt.",
  noSuchReader: ({ reader }) => `Es gibt weder ein Konto noch einen Gast „${reader}“.`,
  badLimit: ({ value }) => `„${value}“ ist weder eine ganze Zahl mit höchstens neun Ziffern noch default.`,
  nothingToSet: "Sagen Sie, was gesetzt werden soll: --messages, --tokens oder beides.",
} satisfies Quota;
