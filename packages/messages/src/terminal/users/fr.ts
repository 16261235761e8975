import type { Users } from "./en.ts";

export const users = {
  help: {
    importUsers: "reprendre les comptes d’un autre système, avec leurs mots de passe",
    file: "JSON Lines, JSON ou CSV, un compte par enregistrement",
    dryRun: "tout lire et dire ce qui se passerait ; ne rien changer",
    format: "d’où vient le fichier : auto, passlib, django, auth0, firebase",
    firebaseParameters: "un fichier avec les paramètres de hachage des mots de passe du projet Firebase",
  },
  noSuchFormat: ({ format, known }) => `Il n’y a pas de format « ${format} ». Il existe : ${known}.`,
  unreadableFile: ({ file }) => `${file} n’est pas lisible.`,
  badFirebaseParameters: ({ file }) =>
    `${file} ne contient pas ce que Firebase montre comme paramètres de hachage : base64_signer_key, base64_salt_separator, rounds et mem_cost.`,
  counted: ({ imported, alreadyThere, refused }) =>
    `Repris : ${imported}. Déjà là : ${alreadyThere}. Refusés : ${refused}.`,
  wouldBeCounted: ({ imported, alreadyThere, refused }) =>
    `Rien n’a été changé. Seraient repris : ${imported}. Déjà là : ${alreadyThere}. Refusés : ${refused}.`,
  withoutPassword: ({ count }) =>
    `Sans mot de passe : ${count}. Leurs titulaires en choisissent un sous « Mot de passe oublié ? ».`,
  unverified: ({ count }) =>
    `Avec une adresse que le fichier ne dit pas vérifiée : ${count}. Leurs titulaires reçoivent un e-mail en se connectant.`,
  refusedLine: ({ line, reason }) => `  ligne ${line} : ${reason}`,
  moreRefused: ({ count }) => `  et ${count} de plus`,
  reasons: {
    "not-json": "n’est pas un objet JSON",
    "not-csv": "ne correspond pas aux colonnes",
    "email-missing": "n’a pas d’adresse",
    "email-invalid": "a une adresse qu’aucun e-mail ne peut atteindre",
    "hash-unknown": "a un mot de passe haché dans un format inconnu",
    "hash-too-costly": "a un mot de passe haché dont la vérification prend trop de temps ou de mémoire",
    "firebase-parameters-missing": "a besoin de --firebase-parameters",
    blocked: "est bloqué là d’où il vient",
  },
} satisfies Users;
