import { counting } from "../counting.ts";
import type { ChatToolsWords } from "./index.ts";

const counted = counting("fr");

/** What the rarer parts of the chat panel say, in French, in the polite form. */
export const fr = {
  list: {
    empty: "Vous n’avez encore rien demandé.",
    untitled: "Conversation sans titre",
    showMore: "Afficher plus",
    updated: ({ ago }) => `Dernière utilisation : ${ago}`,
    justNow: "à l’instant",
    more: ({ title }) => `Plus sur « ${title} »`,
    rename: "Renommer",
    renameLabel: "Titre",
    save: "Enregistrer",
    cancel: "Annuler",
    markdown: "Enregistrer en Markdown",
    json: "Enregistrer en JSON",
    saved: "Enregistrée dans vos téléchargements.",
    remove: "Supprimer",
    removeQuestion: "Supprimer définitivement cette conversation et ses réponses ?",
    atOnce: "Afficher les réponses d’un seul coup",
    atOnceHint: "Les réponses apparaissent une fois complètes, et non mot à mot.",
  },
  search: {
    label: "Rechercher dans vos conversations",
    searching: "Recherche…",
    found: ({ count }) => counted(count, { one: "# passage trouvé", other: "# passages trouvés" }),
    nothing: ({ query }) => `Rien trouvé pour « ${query} ». Essayez d’autres mots, ou moins de mots.`,
  },
  feedback: {
    question: "Cette réponse vous a-t-elle aidé ?",
    up: "Utile",
    down: "Pas utile",
    missing: "Que manquait-il ? (facultatif)",
    send: "Envoyer",
    thanks: "Merci, c’est noté.",
  },
  report: {
    open: "Signaler",
    question: "Quel est le problème de cette réponse ?",
    seen: "La modération voit cette réponse avec au plus deux messages avant et après, et aucune de vos autres conversations.",
    reasons: {
      wrong: "Elle est fausse",
      harmful: "Elle est dangereuse",
      offensive: "Elle est offensante",
      privacy: "Elle révèle quelque chose de privé",
      other: "Autre chose",
    },
    comment: "De quoi s’agit-il ?",
    send: "Envoyer le signalement",
    cancel: "Annuler",
    reported: "Signalée. La modération va l’examiner ; si la réponse est masquée, un avis prend sa place.",
  },
  unsent: {
    question: "Vous avez écrit une question sans l’envoyer. La déconnexion l’efface.",
    signOut: "Se déconnecter et l’effacer",
    stay: "Rester connecté",
  },
  quota: {
    messagesLeft: ({ count, time }) =>
      counted(count, {
        one: `Encore # question jusqu’à ${time}.`,
        other: `Encore # questions jusqu’à ${time}.`,
      }),
    messagesGone: ({ time, wait }) =>
      `Vous avez épuisé vos questions. Il y en aura de nouvelles ${wait}, à ${time}.`,
    tokensLeft: ({ percent, time }) => `Encore ${percent} de votre quota jusqu’à ${time}.`,
    tokensGone: ({ time, wait }) => `Vous avez épuisé votre quota. Il se renouvelle ${wait}, à ${time}.`,
    register: "Un compte en offre davantage.",
  },
} satisfies ChatToolsWords;
