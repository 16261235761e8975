import type { ProviderWords } from "./index.ts";

/** French, in the polite form. */
export const fr = {
  continueWith: ({ name }) => `Continuer avec ${name}`,
  leaving: ({ name }) => `Vers ${name}…`,
  lastUsed: "Utilisé en dernier",
  finishing: "Fin de la connexion…",
  linked: {
    title: "Fournisseurs associés",
    lead: "Chacun permet de vous connecter. On n’y lit rien d’autre que votre identité.",
    empty: "Aucun n’est encore associé.",
    since: ({ ago }) => `Associé ${ago}`,
    link: ({ name }) => `Associer ${name}`,
    remove: "Supprimer",
    removeNamed: ({ name }) => `Supprimer l’association à ${name}`,
    question: ({ name }) => `Supprimer l’association ? ${name} ne vous permettra plus de vous connecter.`,
    removed: ({ name }) => `${name} ne vous permet plus de vous connecter.`,
    done: ({ name }) => `${name} est associé. Il vous permet désormais de vous connecter.`,
    finishing: "Association…",
  },
} satisfies ProviderWords;
