import { counting } from "../counting.ts";
import type { ChatToolsWords } from "./index.ts";

const counted = counting("es");

/** What the rarer parts of the chat panel say, in Spanish, in the polite form. */
export const es = {
  list: {
    empty: "Todavía no ha preguntado nada.",
    untitled: "Conversación sin título",
    showMore: "Mostrar más",
    updated: ({ ago }) => `Último uso: ${ago}`,
    justNow: "ahora mismo",
    more: ({ title }) => `Más sobre «${title}»`,
    rename: "Cambiar el nombre",
    renameLabel: "Título",
    save: "Guardar",
    cancel: "Cancelar",
    markdown: "Guardar como Markdown",
    json: "Guardar como JSON",
    saved: "Guardada en sus descargas.",
    remove: "Eliminar",
    removeQuestion: "¿Eliminar esta conversación y sus respuestas para siempre?",
    atOnce: "Mostrar las respuestas de una vez",
    atOnceHint: "Las respuestas aparecen cuando están completas, y no palabra por palabra.",
  },
  search: {
    label: "Buscar en sus conversaciones",
    searching: "Buscando…",
    found: ({ count }) => counted(count, { one: "# pasaje encontrado", other: "# pasajes encontrados" }),
    nothing: ({ query }) =>
      `No se ha encontrado nada sobre «${query}». Pruebe con otras palabras o con menos.`,
  },
  feedback: {
    question: "¿Le ha ayudado esta respuesta?",
    up: "Útil",
    down: "No es útil",
    missing: "¿Qué faltaba? (opcional)",
    send: "Enviar",
    thanks: "Gracias, anotado.",
  },
  report: {
    open: "Denunciar",
    question: "¿Qué problema tiene esta respuesta?",
    seen: "Los moderadores ven esta respuesta con hasta dos mensajes anteriores y posteriores, y ninguna otra de sus conversaciones.",
    reasons: {
      wrong: "Es incorrecta",
      harmful: "Es peligrosa",
      offensive: "Es ofensiva",
      privacy: "Revela algo privado",
      other: "Otra cosa",
    },
    comment: "¿De qué se trata?",
    send: "Enviar la denuncia",
    cancel: "Cancelar",
    reported: "Denunciada. Un moderador la revisará; si se oculta la respuesta, habrá un aviso en su lugar.",
  },
  unsent: {
    question: "Ha escrito una pregunta y no la ha enviado. Al cerrar la sesión se borra.",
    signOut: "Cerrar sesión y borrarla",
    stay: "Mantener la sesión abierta",
  },
  quota: {
    messagesLeft: ({ count, time }) =>
      counted(count, {
        one: `Le queda # pregunta hasta las ${time}.`,
        other: `Le quedan # preguntas hasta las ${time}.`,
      }),
    messagesGone: ({ time, wait }) => `Ha agotado sus preguntas. Tendrá más ${wait}, a las ${time}.`,
    tokensLeft: ({ percent, time }) => `Le queda el ${percent} de su cupo hasta las ${time}.`,
    tokensGone: ({ time, wait }) => `Ha agotado su cupo. Se renueva ${wait}, a las ${time}.`,
    register: "Con una cuenta tiene más.",
  },
} satisfies ChatToolsWords;
