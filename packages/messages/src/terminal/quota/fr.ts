import type { Quota } from "./en.ts";

export const quota = {
  help: {
    quota: "voir ce qui a été demandé aujourd’hui, donner à quelqu’un ses propres limites",
    show: "montrer ce que quelqu’un a demandé aujourd’hui et peut demander ; sans nom, tous ensemble",
    set: "donner à quelqu’un ses propres limites, valables aussitôt",
    reader: "l’adresse d’un compte, ou l’identifiant d’un compte ou d’un invité",
    messages: "questions par jour : un nombre, 0 pour aucune, ou default pour ce que tous ont",
    tokens: "jetons par jour, de même",
  },
  names: { messages: "questions posées", tokens: "jetons" },
  used: ({ name, used, limit }) => `${name} : ${used} sur ${limit}`,
  usedWithoutLimit: ({ name, used }) => `${name} : ${used}, sans limite`,
  own: "fixé pour cette personne",
  until: ({ moment }) => `Le jour se termine à ${moment}.`,
  serverWithoutLimit: "Tous ensemble peuvent demander autant qu’ils veulent : QUOTA_SERVER n’est pas défini.",
  noSuchReader: ({ reader }) => `Il n’y a ni compte ni invité « ${reader} ».`,
  badLimit: ({ value }) => `« ${value} » n’est ni un nombre entier de neuf chiffres au plus, ni default.`,
  nothingToSet: "Dites quoi fixer : --messages, --tokens ou les deux.",
} satisfies Quota;
