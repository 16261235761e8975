import { counting } from "../counting.ts";
import type { SafetyWords } from "./index.ts";

const counted = counting("fr");

/** The parts of the account page about its safety and its data, in French, in the polite form. */
export const fr = {
  required:
    "Votre rôle dans ce livre exige la connexion en deux étapes. Tant que vous ne l’avez pas activée, vous pouvez faire ici ce que peut tout lecteur.",

  password: {
    title: "Mot de passe",
    set: "Vous vous connectez avec un mot de passe.",
    unset:
      "Votre compte n’a pas de mot de passe. Avec un mot de passe, vous pouvez vous connecter partout avec votre adresse.",
    change: "Changer le mot de passe",
    add: "Définir un mot de passe",
    current: "Mot de passe actuel",
    currentWrong: "Ce n’est pas votre mot de passe.",
    next: "Nouveau mot de passe",
    note: "Tous les autres appareils sont déconnectés. Celui-ci reste connecté.",
    changed: "Votre mot de passe a changé, et tous les autres appareils sont déconnectés.",
    added: "Votre mot de passe est défini, et tous les autres appareils sont déconnectés.",
    forgotten: "Vous l’avez oublié ?",
  },
  secondFactor: {
    title: "Connexion en deux étapes",
    off: "Désactivée. Activez-la : la connexion demandera, en plus de votre mot de passe, un code d’une application de votre téléphone.",
    on: "Activée. La connexion demande un code de votre application d’authentification.",
    turnOn: "Activer",
    turnOff: "Désactiver",
    turnOffQuestion:
      "Désactiver la connexion en deux étapes ? Dès lors, le mot de passe seul suffit, et vos codes de récupération ne valent plus.",
    turnedOff: "La connexion en deux étapes est désactivée.",
    turnedOn: "La connexion en deux étapes est activée.",
    codesLeft: ({ count }) =>
      counted(count, {
        one: "Encore # code de récupération.",
        other: "Encore # codes de récupération.",
      }),
    codesLow: "Créez-en de nouveaux avant qu’il n’en reste plus.",
    newCodes: "Nouveaux codes de récupération",
    newCodesQuestion: "Créer dix nouveaux codes de récupération ? Les anciens cessent de fonctionner.",
  },
  setUp: {
    title: "Configurer la connexion en deux étapes",
    scan: "1. Scannez cette image avec une application d’authentification, par exemple celle de votre gestionnaire de mots de passe.",
    picture: "QR code pour votre application d’authentification",
    open: "Ouvrir dans une application de cet appareil",
    typed: "Ou saisissez cette clé dans l’application :",
    copyKey: "Copier la clé",
    prove: "2. Saisissez le code que l’application affiche maintenant.",
    submit: "Activer",
    busy: "Vérification…",
  },
  codes: {
    title: "Vos codes de récupération",
    lead: "Chacun vous connecte une fois quand l’application est hors de portée. Ils ne sont montrés que maintenant : gardez-les là où vous les trouverez sans votre téléphone.",
    copy: "Copier",
    copied: "Copiés.",
    download: "Télécharger",
    print: "Imprimer",
    kept: "J’ai gardé ces codes",
    keepFirst: "Gardez d’abord les codes, puis cochez ceci.",
    done: "Terminé",
    heading: ({ site, email }) => `Codes de récupération de ${email} sur ${site}`,
  },
  trusted: {
    title: "Appareils de confiance",
    lead: "Aucun code ne leur est demandé avant la fin de leurs 30 jours.",
    until: ({ time }) => `Jusqu’à : ${time}`,
    forget: "Ne plus faire confiance",
    forgetNamed: ({ device }) => `Ne plus faire confiance à ${device}`,
    forgotten: "Cet appareil n’est plus de confiance.",
    empty: "Aucun appareil de confiance.",
  },
  activity: {
    title: "Activité",
    lead: "Ce qui est arrivé à votre compte, le plus récent d’abord. Si l’une de ces choses n’était pas vous, déconnectez cet appareil sous Appareils et changez votre mot de passe.",
  },
  email: {
    change: "Changer d’adresse",
    title: "Changez votre adresse",
    lead: "Nous envoyons un e-mail à la nouvelle adresse. Rien ne change avant que vous l’ouvriez et confirmiez.",
    next: "Nouvelle adresse",
    submit: "Envoyer l’e-mail",
    busy: "Envoi…",
    waiting: "En attente de votre confirmation. Un e-mail est en route vers la nouvelle adresse :",
    same: "C’est déjà votre adresse.",
  },
  data: {
    title: "Données",
    lead: "Ce que ce livre conserve sur vous, et comment l’emporter ou le supprimer.",
    exportTitle: "Emportez vos données",
    exportLead:
      "Un fichier avec tout ce que ce livre conserve sur vous : votre profil, vos conversations, vos appareils et votre activité. C’est du JSON, que d’autres programmes savent lire.",
    export: "Télécharger mes données",
    exporting: "Préparation…",
    exported: "Vos données sont dans vos téléchargements.",
    deleteTitle: "Supprimer votre compte",
    deleteLead: "Cela se fait immédiatement, et personne ne peut revenir en arrière :",
    deleteConsequences: [
      "Votre profil, vos préférences et vos moyens de connexion sont supprimés.",
      "Vos conversations avec leurs réponses et vos signets sont supprimés, y compris ceux apportés en tant qu’invité.",
      "Tous les appareils sont déconnectés.",
      "Un dernier e-mail vous dit que c’est fait. Votre adresse est alors de nouveau libre.",
    ],
    delete: "Supprimer mon compte",
    deleteQuestion: "Supprimer définitivement votre compte et tout ce qu’il contient ?",
    deleteForGood: "Supprimer définitivement",
    farewellTitle: "Votre compte est supprimé",
    farewell:
      "Vos conversations et vos données ont quitté ce livre. Vous pouvez continuer à lire, et revenir quand vous voulez.",
  },
  guestData: {
    exportLead:
      "Un seul fichier avec tout ce que ce livre conserve sur vous : vos conversations, vos signets et vos préférences. Il est en JSON, que d’autres programmes savent lire.",
    deleteTitle: "Supprimer tout ce qui est à vous",
    deleteConsequences: [
      "Vos conversations et leurs réponses, vos signets et vos préférences sont supprimés.",
      "Ce navigateur oublie qu’il a posé des questions.",
    ],
    delete: "Tout supprimer",
    deleteQuestion: "Supprimer définitivement vos conversations, vos signets et vos préférences ?",
    farewellTitle: "Tout ce qui était à vous est supprimé",
  },
} satisfies SafetyWords;
