import type { ProofsWords } from "./index.ts";

/** How readers prove who they are, in French, in the polite form. */
export const fr = {
  submit: "Continuer",
  busy: "Vérification…",
  cancel: "Annuler",

  totp: {
    label: "Code de votre application d’authentification",
    hint: "6 chiffres. Un nouveau code arrive toutes les 30 secondes.",
    incomplete: "Saisissez les 6 chiffres.",
    wrong: "Ce code est incorrect ou a déjà servi. Attendez le suivant.",
  },
  recoveryCode: {
    label: "Code de récupération",
    hint: "L’un des codes que vous avez gardés en activant la connexion en deux étapes. Chacun sert une fois.",
    wrong: "Ce n’est aucun de vos codes de récupération, ou il a déjà servi.",
  },
  mailCode: {
    label: "Code de l’e-mail",
    hint: "8 chiffres, valable 10 minutes.",
    incomplete: "Saisissez les 8 chiffres.",
    wrong:
      "Ce code est incorrect ou a expiré. Cinq essais erronés l’annulent ; un nouvel e-mail en apporte un autre.",
  },
  password: {
    label: "Votre mot de passe",
    wrong: "Ce n’est pas votre mot de passe.",
  },

  secondFactor: {
    title: "Encore une étape",
    lead: "Votre compte est protégé par la connexion en deux étapes. Ouvrez votre application d’authentification et saisissez le code qu’elle affiche.",
    recoveryTitle: "Utiliser un code de récupération",
    recoveryLead:
      "Pour quand l’application est hors de portée. Le code est consommé ; les autres restent valables.",
    trust: "Faire confiance à cet appareil pendant 30 jours",
    trustHint:
      "D’ici là, aucun code ne lui sera demandé. Laissez vide sur un appareil que d’autres utilisent.",
    useRecoveryCode: "Utiliser plutôt un code de récupération",
    useTotp: "Utiliser plutôt l’application d’authentification",
    startAgain: "Recommencer",
    overTitle: "Connectez-vous à nouveau",
    over: "Cela a pris trop de temps, ou il y a eu trop de codes erronés. Il n’est rien arrivé à votre compte.",
  },

  stepUp: {
    title: "Confirmez que c’est bien vous",
    lead: "Ceci compte pour la sécurité de votre compte. Une fois confirmé, vous reprendrez là où vous en étiez.",
    looking: "Un instant…",
    other: "Confirmer autrement :",
    ways: {
      password: "Mot de passe",
      totp: "Application d’authentification",
      "recovery-code": "Code de récupération",
      passkey: "Clé d’accès",
      "mail-code": "Code par e-mail",
    },
    none: "Il n’y a aucun moyen de confirmer ici. Déconnectez-vous, reconnectez-vous, puis réessayez.",
    mailLead: "Nous envoyons un code à",
    send: "M’envoyer un code",
    sending: "Envoi…",
    sent: "Un e-mail avec un code est en route.",
    sendAgain: "Envoyer un autre code",
  },
} satisfies ProofsWords;
