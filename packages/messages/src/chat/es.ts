import { counting } from "../counting.ts";
import type { ChatMessages } from "./index.ts";

const counted = counting("es");

/** What the chat panel says, in Spanish, in the polite form. */
export const es = {
  language: "es",
  title: "Preguntar al libro",
  close: "Cerrar",
  back: "Volver a la conversación",
  loading: "Cargando…",

  conversations: "Sus conversaciones",
  newConversation: "Nueva conversación",

  emptyHeading: "Haga una pregunta a este libro",
  emptyText:
    "La respuesta cita el libro y enlaza con los apartados de los que procede, para que pueda seguir leyendo y comprobarla.",
  suggestionsLabel: "Por ejemplo",
  suggestions: ["¿De qué trata este libro?", "¿Cómo empiezo?", "¿Qué debería leer primero?"],

  conversation: "Conversación",
  you: "Usted",
  book: "El libro",
  sources: "Del libro",
  answering: "Buscando en el libro…",
  answerReady: "Respuesta lista",
  answerStopped: "Respuesta detenida",
  hidden: "Un moderador ha ocultado este mensaje.",
  answerFailed: "La respuesta se detuvo antes de terminar.",
  answerBroken: "La conexión se interrumpió mientras llegaba la respuesta.",
  continueReading: "Continuar",
  askAgain: "Preguntar de nuevo",
  newText: "Texto nuevo",

  question: "Su pregunta",
  questionPlaceholder: "¿Qué le gustaría saber?",
  send: "Enviar",
  sending: "Enviando…",
  stop: "Detener",
  stopping: "Deteniendo…",
  sendHint: "Intro envía; Mayús + Intro empieza una línea nueva.",
  charactersLeft: ({ count }) => counted(count, { one: "Queda # carácter", other: "Quedan # caracteres" }),
  charactersOver: ({ count }) => counted(count, { one: "Sobra # carácter", other: "Sobran # caracteres" }),
  quote: "Su pregunta es sobre",
  removeQuote: "Quitar el texto citado",
  askAboutThis: "Preguntar sobre esto",
  bookmark: "Guardar marcador",
  bookmarkPage: "Guardar esta página como marcador",
  bookmarked: "Marcador guardado",
  notBookmarked: "No se ha guardado. Inténtelo de nuevo.",

  guest: "Ha entrado como invitado. Regístrese para conservar estas conversaciones.",
  register: "Registrarse",
  signIn: "Iniciar sesión",

  tryAgain: "Intentar de nuevo",
  dismiss: "Descartar",
  problems: {
    "too-many-requests": ({ time }) =>
      time === null
        ? "Han sido muchas preguntas de una vez. Espere un momento; su pregunta se conserva."
        : `Han sido muchas preguntas de una vez. Inténtelo de nuevo a las ${time}; su pregunta se conserva.`,
    "quota-exceeded": ({ time, wait }) =>
      time === null
        ? "Por ahora ha agotado sus preguntas. Su pregunta se conserva."
        : `Por ahora ha agotado sus preguntas. Tendrá más ${wait}, a las ${time}; su pregunta se conserva.`,
    "budget-spent": ({ time, wait }) =>
      time === null
        ? "Este libro ya ha respondido hoy todo lo que puede. Su pregunta se conserva."
        : `Este libro ya ha respondido hoy todo lo que puede. Continúa ${wait}, a las ${time}; su pregunta se conserva.`,
    "answer-running": () => "Todavía se está escribiendo una respuesta en esta conversación.",
    "server-busy": ({ time }) =>
      time === null
        ? "El servidor está ocupado. Inténtelo de nuevo en un momento; su pregunta se conserva."
        : `El servidor está ocupado. Inténtelo de nuevo a las ${time}; su pregunta se conserva.`,
    "database-unavailable": ({ time }) =>
      time === null
        ? "El servidor no puede acceder ahora a sus conversaciones. Inténtelo de nuevo en un momento; no se ha perdido nada."
        : `El servidor no puede acceder ahora a sus conversaciones. Inténtelo de nuevo a las ${time}; no se ha perdido nada.`,
    "signed-out": () => "Se ha cerrado su sesión. Iníciela para continuar; su pregunta se conserva.",
    "not-found": () =>
      "Esta conversación ya no existe. Su pregunta se conserva; hágala en una conversación nueva.",
    "question-refused": () => "El servidor no ha aceptado esta pregunta. Cámbiela e inténtelo de nuevo.",
    network: () => "No se puede acceder al servidor. Compruebe su conexión; su pregunta se conserva.",
    unexpected: () => "Algo ha fallado por nuestra parte. Su pregunta se conserva.",
  },
} satisfies ChatMessages;
