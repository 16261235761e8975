import type { PasskeysWords } from "./index.ts";

/** Passkeys, in French, in the polite form. */
export const fr = {
  title: "Clés d’accès",
  lead: "Connectez-vous avec votre doigt, votre visage ou le code PIN d’un appareil, sans mot de passe. Une clé d’accès ne fonctionne que sur le site de ce livre ; personne ne peut donc vous la soutirer.",
  unsupported: "Ce navigateur ne sait pas utiliser les clés d’accès.",
  empty: "Vous n’en avez pas encore.",
  unnamed: "Clé d’accès",
  keptBy: ({ provider }) => `Dans ${provider}`,
  synced: "Sur plusieurs appareils",
  added: ({ time }) => `Ajoutée : ${time}`,
  lastUsed: ({ ago }) => `Dernière utilisation : ${ago}`,
  neverUsed: "Pas encore utilisée",
  add: "Ajouter une clé d’accès",
  adding: "Suivez ce que demande votre navigateur…",
  addedNow: "La clé d’accès est ajoutée. Elle vous permet désormais de vous connecter.",
  present: "Il y a déjà l’une de vos clés d’accès sur cet appareil.",
  rename: "Renommer",
  renameNamed: ({ name }) => `Renommer « ${name} »`,
  newName: "Nom",
  renamed: "Renommée.",
  remove: "Supprimer",
  removeNamed: ({ name }) => `Supprimer « ${name} »`,
  removeQuestion:
    "Supprimer cette clé d’accès ? Dès lors, elle n’ouvre plus rien. Vous pouvez aussi l’effacer de votre appareil.",
  removed: "La clé d’accès est supprimée.",
  only: "C’est votre seul moyen de connexion. Définissez un mot de passe ou ajoutez une autre clé d’accès avant de la supprimer.",

  proof: {
    lead: "Confirmez avec votre doigt, votre visage ou le code PIN de votre appareil.",
    submit: "Utiliser une clé d’accès",
    busy: "Suivez ce que demande votre navigateur…",
    givenUp: "Cela n’a pas été mené à son terme. Réessayez ou confirmez autrement.",
  },

  offer: {
    text: "La prochaine fois sans mot de passe ? Ajoutez une clé d’accès.",
    add: "Ajouter une clé d’accès",
  },
} satisfies PasskeysWords;
