import { counting } from "../counting.ts";
import type { ShelfWords } from "./index.ts";

const counted = counting("es");

/** Spanish, in the polite form. */
export const es = {
  chats: {
    search: "Buscar en sus conversaciones",
    searchHint: "En los títulos, las preguntas y las respuestas.",
    found: ({ count, words }) =>
      counted(count, { one: `# lugar con «${words}»`, other: `# lugares con «${words}»` }),
    nothingFound: ({ words }) => `«${words}» no aparece en ninguna de sus conversaciones.`,
    export: "Descargar",
    exportNamed: ({ title }) => `Descargar «${title}»`,
    exportQuestion: "¿En qué formato la quiere?",
    markdown: "Texto (Markdown)",
    json: "Datos (JSON)",
    exported: "Está entre sus descargas.",
  },
  bookmarks: {
    lead: "Los lugares de este libro que ha guardado, el más reciente primero.",
    empty: "Todavía no ha guardado ningún lugar.",
    home: "Primera página",
    kept: ({ ago }) => `Guardado: ${ago}`,
    note: "Nota",
    addNote: "Añadir una nota",
    changeNote: "Cambiar la nota",
    noteNamed: ({ place }) => `Nota sobre «${place}»`,
    noted: "Su nota está guardada.",
    remove: "Quitar",
    removeNamed: ({ place }) => `Quitar el marcador «${place}»`,
    removeQuestion: "¿Quitar este marcador y su nota?",
    removed: "Quitado.",
  },
  usage: {
    title: "Lo que puede preguntar",
    messages: ({ used, count }) =>
      counted(count, { one: `${used} de # pregunta hecha`, other: `${used} de # preguntas hechas` }),
    tokens: ({ used, count }) =>
      counted(count, { one: `${used} de # token usado`, other: `${used} de # tokens usados` }),
    tokensHint: "Los tokens son trozos del texto que el modelo lee y escribe para usted.",
    anew: ({ time }) => `La cuenta empieza de nuevo a partir de ${time}.`,
  },
} satisfies ShelfWords;
