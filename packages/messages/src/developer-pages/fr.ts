import type { DeveloperPages } from "./index.ts";

/** French, in the polite form. */
export const fr = {
  languages: "Langues",
  reference: "Référence de l’API",
  problemList: "Problèmes",
  book: "Le livre",
  docs: {
    name: "API de Bookplate",
    needsScript: "Cette page a besoin de JavaScript. La description se trouve aussi ici :",
  },
  problems: {
    introduction:
      "Quoi que ce serveur refuse, il en donne la raison d’une seule façon : `application/problem+json` (RFC 9457). Décidez d’après `code` ; les mots peuvent changer, les codes non.",
    code: "Code",
    status: "Statut",
    meaning: "Ce que cela signifie",
    happened: "Ce qui s’est passé",
    remedy: "Que faire",
    fields: "Les codes des champs",
    example: "Un exemple",
    answeredBy: "Qui répond cela",
    answeredByAny: "Aucune route en particulier : toute adresse le peut.",
  },
  unsubscribe: {
    asks: {
      title: "Ne plus recevoir ces e-mails ?",
      product:
        "Vous recevez des nouvelles des responsables de ce livre. Appuyez sur le bouton, et il n’en viendra plus.",
      replies:
        "Vous recevez un e-mail quand quelqu’un vous répond. Appuyez sur le bouton, et il n’en viendra plus.",
    },
    button: "Ne plus recevoir ces e-mails",
    done: {
      title: "Vous ne recevrez plus ces e-mails",
      product:
        "Vous ne recevrez plus de nouvelles. Si vous changez d’avis, le réglage se trouve sur la page de votre compte.",
      replies:
        "Vous ne recevrez plus d’e-mails sur les réponses. Si vous changez d’avis, le réglage se trouve sur la page de votre compte.",
    },
    unknown: {
      title: "Ce lien ne fonctionne pas",
      text: "Il est incomplet ou trop ancien. Connectez-vous au livre : le réglage de ces e-mails se trouve sur la page de votre compte.",
    },
    security: "Les e-mails sur la sécurité de votre compte arrivent toujours.",
  },
  mailbox: {
    readIn: "L’e-mail en",
    colours: "Couleurs",
    asSystem: "comme ici",
    light: "claires",
    dark: "sombres",
    title: "Boîte aux lettres",
    note: "Les e-mails sont retenus ici. Rien ne quitte cette machine.",
    loading: "Chargement…",
    needsScript: "Cette page a besoin de JavaScript. Les e-mails se trouvent aussi ici :",
    letters: "E-mails",
    allLetters: "Tous les e-mails",
    letter: "L’e-mail",
    to: "À",
    from: "De",
    at: "Date",
    openLink: "Ouvrir le lien",
    copyCode: "Copier le code",
    copied: "Copié",
    copyByHand: "Appuyez sur Ctrl+C",
    views: "Façons de lire l’e-mail",
    asText: "Texte",
    headers: "En-têtes",
    empty: "Pas encore d’e-mails",
    emptyHint: "Inscrivez-vous dans le livre, et l’e-mail apparaîtra ici de lui-même.",
    openBook: "Ouvrir le livre",
    live: "à jour",
    away: "Le serveur ne répond pas. Nouvel essai…",
  },
} satisfies DeveloperPages;
