import type { MagicLinkWords } from "./index.ts";

/** Signing in by letter, in French, in the polite form. */
export const fr = {
  ask: {
    title: "Se connecter par e-mail",
    lead: "Indiquez-nous votre adresse, et nous vous enverrons un lien qui vous connecte. Aucun mot de passe n’est nécessaire.",
    submit: "M’envoyer un lien",
    busy: "Envoi…",
    back: "Retour à la connexion",
  },
  inbox: {
    title: "Consultez vos e-mails",
    sent: "S’il existe un compte avec cette adresse, un e-mail est en route vers",
    sentEnd: ".",
    open: "Ouvrez-le et appuyez sur son bouton. Ou, si vous le lisez sur un autre appareil, saisissez ici son code.",
    submit: "Se connecter",
    busy: "Connexion…",
    nothing: "Rien reçu ? Regardez aussi parmi les indésirables.",
    resend: "Renvoyer l’e-mail",
    resending: "Envoi…",
    resent: "Un autre e-mail est en route. Ici, seul son code compte désormais.",
    otherAddress: "Utiliser une autre adresse",
  },
  link: {
    title: "Se connecter",
    lead: "Un seul appui, et vous êtes connecté sur cet appareil en tant que",
    leadNoAddress: "Un seul appui, et vous êtes connecté sur cet appareil.",
    notYou: "Si vous n’avez pas demandé cet e-mail, fermez cette page. Il ne se passe alors rien.",
    submit: "Se connecter ici",
    busy: "Connexion…",
    doneTitle: "Vous êtes connecté",
    done: "Cet appareil reste connecté jusqu’à ce que vous vous déconnectiez.",
    toBook: "Retour au livre",
    deadTitle: "Ce lien ne fonctionne plus",
    dead: "Il a été utilisé ou a expiré. Un nouvel e-mail apporte un nouveau lien.",
    missingTitle: "Ouvrez le lien de votre e-mail",
    missing: "Cette page vous connecte avec le lien d’un e-mail.",
    signIn: "Se connecter",
  },
} satisfies MagicLinkWords;
