import { counting } from "../counting.ts";
import type { ChatMessages } from "./index.ts";

const counted = counting("fr");

/** What the chat panel says, in French, in the polite form. */
export const fr = {
  language: "fr",
  title: "Interroger le livre",
  close: "Fermer",
  back: "Retour à la conversation",
  loading: "Chargement…",

  conversations: "Vos conversations",
  newConversation: "Nouvelle conversation",

  emptyHeading: "Posez une question à ce livre",
  emptyText:
    "La réponse cite le livre et renvoie aux sections dont elle vient, pour que vous puissiez poursuivre la lecture et vérifier.",
  suggestionsLabel: "Par exemple",
  suggestions: ["De quoi parle ce livre ?", "Par où commencer ?", "Que devrais-je lire en premier ?"],

  conversation: "Conversation",
  you: "Vous",
  book: "Le livre",
  sources: "Dans le livre",
  answering: "Recherche dans le livre…",
  answerReady: "Réponse prête",
  answerStopped: "Réponse arrêtée",
  hidden: "Ce message a été masqué par la modération.",
  answerFailed: "La réponse s’est arrêtée avant la fin.",
  answerBroken: "La connexion s’est interrompue pendant la réponse.",
  continueReading: "Continuer",
  askAgain: "Demander à nouveau",
  newText: "Nouveau texte",

  question: "Votre question",
  questionPlaceholder: "Que souhaitez-vous savoir ?",
  send: "Envoyer",
  sending: "Envoi…",
  stop: "Arrêter",
  stopping: "Arrêt…",
  sendHint: "Entrée envoie, Maj + Entrée commence une nouvelle ligne.",
  charactersLeft: ({ count }) => counted(count, { one: "Encore # caractère", other: "Encore # caractères" }),
  charactersOver: ({ count }) =>
    counted(count, { one: "# caractère de trop", other: "# caractères de trop" }),
  quote: "Votre question porte sur",
  removeQuote: "Retirer le texte cité",
  askAboutThis: "Poser une question à ce sujet",
  bookmark: "Ajouter un signet",
  bookmarkPage: "Ajouter un signet pour cette page",
  bookmarked: "Signet ajouté",
  notBookmarked: "Signet non ajouté. Réessayez.",

  guest: "Vous êtes ici en invité. Inscrivez-vous pour garder ces conversations.",
  register: "S’inscrire",
  signIn: "Se connecter",

  tryAgain: "Réessayer",
  dismiss: "Ignorer",
  problems: {
    "too-many-requests": ({ time }) =>
      time === null
        ? "Cela fait beaucoup de questions à la fois. Patientez un instant ; votre question est conservée."
        : `Cela fait beaucoup de questions à la fois. Réessayez à ${time} ; votre question est conservée.`,
    "quota-exceeded": ({ time, wait }) =>
      time === null
        ? "Vous avez épuisé vos questions pour le moment. Votre question est conservée."
        : `Vous avez épuisé vos questions pour le moment. Il y en aura de nouvelles ${wait}, à ${time} ; votre question est conservée.`,
    "budget-spent": ({ time, wait }) =>
      time === null
        ? "Ce livre a répondu aujourd’hui autant qu’il le peut. Votre question est conservée."
        : `Ce livre a répondu aujourd’hui autant qu’il le peut. Il reprend ${wait}, à ${time} ; votre question est conservée.`,
    "answer-running": () => "Une réponse est encore en cours d’écriture dans cette conversation.",
    "server-busy": ({ time }) =>
      time === null
        ? "Le serveur est occupé. Réessayez dans un instant ; votre question est conservée."
        : `Le serveur est occupé. Réessayez à ${time} ; votre question est conservée.`,
    "database-unavailable": ({ time }) =>
      time === null
        ? "Le serveur n’a pas accès à ses conversations en ce moment. Réessayez dans un instant ; rien n’est perdu."
        : `Le serveur n’a pas accès à ses conversations en ce moment. Réessayez à ${time} ; rien n’est perdu.`,
    "signed-out": () => "Vous êtes déconnecté. Connectez-vous pour continuer ; votre question est conservée.",
    "not-found": () =>
      "Cette conversation n’existe plus. Votre question est conservée ; posez-la dans une nouvelle conversation.",
    "question-refused": () => "Le serveur n’a pas accepté cette question. Modifiez-la et réessayez.",
    network: () => "Le serveur est injoignable. Vérifiez votre connexion ; votre question est conservée.",
    unexpected: () => "Un problème est survenu de notre côté. Votre question est conservée.",
  },
} satisfies ChatMessages;
