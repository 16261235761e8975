import type { AuditWords } from "./en.ts";

export const audit = {
  help: {
    audit: "ver si el registro de eventos de seguridad está entero",
    verify:
      "recorrer la cadena de eventos de seguridad y decir dónde no se sostiene; entonces termina con código 1",
    head: "un extremo que imprimió una ejecución anterior y que guardó en otro lugar, como posición:hash; descubre una cadena acortada",
  },
  events: ({ count }) => `Eventos en la cadena: ${count}`,
  erased: ({ count }) => `De ellos, vaciados con cuentas eliminadas: ${count}`,
  unchained: ({ count, moment }) => `Aún fuera de la cadena: ${count}; el más antiguo, desde ${moment}`,
  behind: "Mientras hay un servidor en marcha, un evento entra en la cadena en dos minutos.",
  cut: ({ position }) => `Eliminados al acabar su plazo: hasta la posición ${position}`,
  head: ({ head }) => `Extremo, para guardar en otro lugar: ${head}`,
  empty: "La cadena está vacía.",
  holds: "La cadena se sostiene.",
  broken: ({ count }) => `La cadena no se sostiene. Lugares: ${count}`,
  faults: {
    changed: "el evento ya no dice lo que decía",
    unlinked: "se sustituyó el evento, su lugar o el anterior",
    missing: "faltan eventos antes de esta posición",
    erased: "el evento está vacío y ninguna cuenta eliminada lo explica",
    head: "el extremo indicado no está en la cadena",
  },
  headThere: "El extremo indicado está en la cadena.",
  headCutOff: "El extremo indicado es anterior a lo que se conserva y ya no dice nada.",
  badHead: ({ value }) =>
    `«${value}» no es un extremo: es una posición, dos puntos y 64 cifras hexadecimales.`,
} satisfies AuditWords;
