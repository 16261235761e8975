import type { DeveloperPages } from "./index.ts";

/** Spanish, in the polite form. */
export const es = {
  languages: "Idiomas",
  reference: "Referencia de la API",
  problemList: "Problemas",
  book: "El libro",
  docs: {
    name: "API de Bookplate",
    needsScript: "Esta página necesita JavaScript. La descripción también está aquí:",
  },
  problems: {
    introduction:
      "Sea lo que sea lo que este servidor rechace, dice el motivo de una sola manera: `application/problem+json` (RFC 9457). Decida según `code`; las palabras pueden cambiar, los códigos no.",
    code: "Código",
    status: "Estado",
    meaning: "Qué significa",
    happened: "Qué ha ocurrido",
    remedy: "Qué hacer",
    fields: "Los códigos de los campos",
    example: "Un ejemplo",
    answeredBy: "Quién responde esto",
    answeredByAny: "Ninguna ruta en particular: puede hacerlo cualquier dirección.",
  },
  unsubscribe: {
    asks: {
      title: "¿No recibir más estos correos?",
      product: "Recibe novedades de quienes llevan este libro. Pulse el botón y no le llegará ninguna más.",
      replies: "Recibe un correo cuando alguien le responde. Pulse el botón y no le llegará ninguno más.",
    },
    button: "No recibir más estos correos",
    done: {
      title: "No recibirá más estos correos",
      product: "Ya no recibirá novedades. Si cambia de opinión, puede activarlas en la página de su cuenta.",
      replies:
        "Ya no recibirá correos sobre respuestas. Si cambia de opinión, puede activarlos en la página de su cuenta.",
    },
    unknown: {
      title: "Este enlace no funciona",
      text: "Está incompleto o es demasiado antiguo. Inicie sesión en el libro: en la página de su cuenta puede desactivar estos correos.",
    },
    security: "Los correos sobre la seguridad de su cuenta llegan siempre.",
  },
  mailbox: {
    readIn: "El correo en",
    colours: "Colores",
    asSystem: "como aquí",
    light: "claros",
    dark: "oscuros",
    title: "Buzón",
    note: "Los correos se quedan aquí. Nada sale de este equipo.",
    loading: "Cargando…",
    needsScript: "Esta página necesita JavaScript. Los correos también están aquí:",
    letters: "Correos",
    allLetters: "Todos los correos",
    letter: "El correo",
    to: "Para",
    from: "De",
    at: "Fecha",
    openLink: "Abrir el enlace",
    copyCode: "Copiar el código",
    copied: "Copiado",
    copyByHand: "Pulse Ctrl+C",
    views: "Formas de leer el correo",
    asText: "Texto",
    headers: "Cabeceras",
    empty: "Todavía no hay correos",
    emptyHint: "Regístrese en el libro y el correo aparecerá aquí por sí solo.",
    openBook: "Abrir el libro",
    live: "al día",
    away: "El servidor no responde. Intentándolo de nuevo…",
  },
} satisfies DeveloperPages;
