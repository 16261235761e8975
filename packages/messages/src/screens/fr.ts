import { counting } from "../counting.ts";
import type { Screens } from "./index.ts";

const counted = counting("fr");

/** French, in the polite form. */
export const fr = {
  fields: {
    email: "Adresse e-mail",
    name: "Nom",
    password: "Mot de passe",
    show: "Afficher",
    hide: "Masquer",
    showPassword: "Afficher le mot de passe",
    passwordRule: ({ minimum }) =>
      counted(minimum, {
        one: "Au moins # caractère. Trois ou quatre mots sans rapport conviennent bien.",
        other: "Au moins # caractères. Trois ou quatre mots sans rapport conviennent bien.",
      }),
  },
  dialog: {
    close: "Fermer",
  },
  help: {
    question: "Un problème pour vous connecter ?",
    answer:
      "Dans un mot de passe, les majuscules comptent. Un e-mail qui n’arrive pas se trouve peut-être parmi les indésirables. Pour tout le reste, adressez-vous aux responsables de ce livre.",
    needsScript: "La connexion a besoin de JavaScript. La lecture de ce livre, non.",
  },
  login: {
    title: "Se connecter",
    submit: "Se connecter",
    busy: "Connexion…",
    forgot: "Mot de passe oublié ?",
    passkey: "Se connecter avec une clé d’accès",
    passkeyBusy: "Suivez ce que demande votre navigateur…",
    magicLink: "M’envoyer un lien de connexion",
    noAccount: "Pas encore de compte ?",
    register: "Créer un compte",
  },
  register: {
    title: "Créer un compte",
    lead: "Gardez vos conversations et retrouvez-les sur tous vos appareils.",
    submit: "Créer le compte",
    busy: "Création de votre compte…",
    haveAccount: "Vous avez déjà un compte ?",
    login: "Se connecter",
  },
  inbox: {
    title: "Consultez vos e-mails",
    sent: "Si cette adresse peut être inscrite, un e-mail est en route vers",
    sentEnd: ".",
    open: "Ouvrez-le et appuyez sur son bouton, ou saisissez ici le code qu’il contient.",
    code: "Code de l’e-mail",
    codeHint: "8 chiffres, valable 10 minutes.",
    codeIncomplete: "Saisissez les 8 chiffres.",
    codeWrong:
      "Ce code est incorrect ou a expiré. Cinq essais erronés l’annulent ; un nouvel e-mail en apporte un autre.",
    submit: "Confirmer",
    busy: "Confirmation…",
    nothing: "Rien reçu ? Regardez aussi parmi les indésirables.",
    resend: "Renvoyer l’e-mail",
    resending: "Envoi…",
    resent: "Un autre e-mail est en route.",
    otherAddress: "Utiliser une autre adresse",
    mailbox: "Ouvrir la boîte aux lettres locale",
  },
  verify: {
    title: "Confirmez votre adresse",
    lead: "Un seul appui, et cette adresse est à vous :",
    leadNoAddress: "Un seul appui, et votre adresse est confirmée.",
    submit: "Confirmer cette adresse",
    busy: "Confirmation…",
    passwordNeeded:
      "Ce n’est pas le navigateur dans lequel vous vous êtes inscrit ; montrez-nous que c’était bien vous.",
    password: "Le mot de passe choisi à l’inscription",
    newPassword: "Un nouveau mot de passe",
    useNewPassword: "Choisir plutôt un nouveau mot de passe",
    usePassword: "Utiliser le mot de passe de l’inscription",
    newPasswordNote: "Votre compte commencera alors vide, sans les conversations d’avant l’inscription.",
    passwordWrong: "Ce n’est pas le mot de passe choisi à l’inscription de cette adresse.",
    doneTitle: "Votre adresse est confirmée",
    deadTitle: "Ce lien ne fonctionne plus",
    dead: "Il a été utilisé ou a expiré. Si vous avez déjà confirmé cette adresse, connectez-vous. Sinon, nous pouvons vous envoyer un autre e-mail.",
    missingTitle: "Ouvrez le lien de votre e-mail",
    missing:
      "Cette page confirme une adresse avec le lien d’un e-mail. Sans lien, nous pouvons vous envoyer un autre e-mail.",
    resend: "Envoyer un autre e-mail",
    resending: "Envoi…",
    resent: "Si cette adresse attend d’être confirmée, un e-mail est en route.",
    login: "Se connecter",
  },
  account: {
    signedInAs: "Connecté en tant que",
    signOut: "Se déconnecter",
    signingOut: "Déconnexion…",
    backToBook: "Retour au livre",
    already: "Vous êtes connecté",
  },
  bars: {
    signedOut: "Vous êtes déconnecté. Ce que vous avez saisi est toujours là.",
    signIn: "Se connecter",
    dismiss: "Ignorer",
    conversationsAdded: ({ count }) =>
      counted(count, { one: "# conversation ajoutée.", other: "# conversations ajoutées." }),
  },
} satisfies Screens;
