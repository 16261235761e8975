import type { FirstAdministratorWords } from "./index.ts";

/** The terminal's link, in French, in the polite form. */
export const fr = {
  title: "Administrer ce serveur",
  lead: "Ce lien confie à un compte l’administration du serveur de ce livre : il peut lire les signalements, bannir des comptes et donner des rôles.",
  signedOut:
    "Connectez-vous d’abord, ou créez un compte. Cette page garde le lien en attendant ; laissez-la ouverte.",
  signIn: "Se connecter",
  register: "Créer un compte",
  signedInAs: "Vous êtes connecté en tant que",
  submit: "Me confier l’administration",
  busy: "Un instant…",
  doneTitle: "Vous administrez ce serveur",
  done: "Ce compte a désormais ce rôle, sur tous les appareils.",
  secondFactorMissing:
    "Ce serveur exige de qui l’administre la connexion en deux étapes. Tant que vous ne l’avez pas activée, vous pouvez faire ici ce que peut tout lecteur.",
  next: "Et maintenant",
  secure:
    "Activez la connexion en deux étapes ou ajoutez une clé d’accès, pour qu’un mot de passe seul n’ouvre rien",
  check: "Laissez cette commande vérifier les paramètres avant que des lecteurs viennent :",
  toBook: "Retour au livre",
  deadTitle: "Ce lien ne fonctionne plus",
  dead: "Il a été utilisé, un plus récent a pris sa place, ou ses 30 minutes sont écoulées. Cette commande en affiche un autre là où tourne le serveur :",
  missingTitle: "Ouvrez le lien du terminal",
  missing:
    "La personne qui exploite ce serveur en reçoit l’administration par un lien qui fonctionne une fois. Cette commande l’affiche :",
} satisfies FirstAdministratorWords;
