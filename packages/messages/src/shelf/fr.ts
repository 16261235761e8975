import { counting } from "../counting.ts";
import type { ShelfWords } from "./index.ts";

const counted = counting("fr");

/** French, in the polite form. */
export const fr = {
  chats: {
    search: "Chercher dans vos conversations",
    searchHint: "Dans les titres, les questions et les réponses.",
    found: ({ count, words }) =>
      counted(count, { one: `# passage pour « ${words} »`, other: `# passages pour « ${words} »` }),
    nothingFound: ({ words }) => `« ${words} » ne figure dans aucune de vos conversations.`,
    export: "Télécharger",
    exportNamed: ({ title }) => `Télécharger « ${title} »`,
    exportQuestion: "Sous quelle forme la voulez-vous ?",
    markdown: "Texte (Markdown)",
    json: "Données (JSON)",
    exported: "Le fichier est dans vos téléchargements.",
  },
  bookmarks: {
    lead: "Les endroits de ce livre que vous avez gardés, le plus récent d’abord.",
    empty: "Vous n’avez encore gardé aucun endroit.",
    home: "Première page",
    kept: ({ ago }) => `Gardé : ${ago}`,
    note: "Remarque",
    addNote: "Ajouter une remarque",
    changeNote: "Modifier la remarque",
    noteNamed: ({ place }) => `Remarque sur « ${place} »`,
    noted: "Votre remarque est enregistrée.",
    remove: "Retirer",
    removeNamed: ({ place }) => `Retirer le signet « ${place} »`,
    removeQuestion: "Retirer ce signet et sa remarque ?",
    removed: "Retiré.",
  },
  usage: {
    title: "Ce que vous pouvez demander",
    messages: ({ used, count }) =>
      counted(count, { one: `${used} question posée sur #`, other: `${used} questions posées sur #` }),
    tokens: ({ used, count }) =>
      counted(count, { one: `${used} jeton utilisé sur #`, other: `${used} jetons utilisés sur #` }),
    tokensHint: "Les jetons sont des morceaux du texte que le modèle lit et écrit pour vous.",
    anew: ({ time }) => `Le compte repart à zéro à ${time}.`,
  },
} satisfies ShelfWords;
