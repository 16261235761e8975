import type { Quota } from "./en.ts";

export const quota = {
  help: {
    quota: "ver lo que se ha preguntado hoy y dar a alguien límites propios",
    show: "mostrar lo que alguien ha preguntado hoy y puede preguntar; sin nombrar a nadie, todos juntos",
    set: "dar a alguien límites propios, que valen de inmediato",
    reader: "la dirección de una cuenta, o el id de una cuenta o de un invitado",
    messages: "preguntas al día: un número, 0 para ninguna, o default para lo que tienen todos",
    tokens: "tokens al día, del mismo modo",
  },
  names: { messages: "preguntas", tokens: "tokens del modelo" },
  used: ({ name, used, limit }) => `${name}: ${used} de ${limit}`,
  usedWithoutLimit: ({ name, used }) => `${name}: ${used}, sin límite`,
  own: "fijado para esta persona",
  until: ({ moment }) => `El día termina a las ${moment}.`,
  serverWithoutLimit: "Todos juntos pueden preguntar cuanto quieran: QUOTA_SERVER no está definido.",
  noSuchReader: ({ reader }) => `No hay ninguna cuenta ni invitado «${reader}».`,
  badLimit: ({ value }) => `«${value}» no es un número entero de nueve cifras como máximo ni default.`,
  nothingToSet: "Diga qué fijar: --messages, --tokens o ambos.",
} satisfies Quota;
