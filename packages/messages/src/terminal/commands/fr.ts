import type { Terminal } from "../index.ts";

export const commands = {
  applied: "appliquée",
  pending: "en attente",
  takenBack: "annulée",
  upToDate: "Le schéma est à jour.",
  nothingToTakeBack: "Il n’y a rien à annuler.",
  serverHasDatabase:
    "Un serveur fonctionne sur la base de données intégrée. Arrêtez-le d’abord : un schéma ne doit pas changer pendant qu’il sert.",
  unknownMigration: ({ wanted, known }) => `Il n’y a pas de migration « ${wanted} ». Il existe : ${known}.`,
  notApplied: ({ name }) =>
    `« ${name} » n’est pas appliquée ; on ne peut donc rien annuler jusqu’à elle. Utilisez migrate up.`,
  appliedAlready: ({ name }) =>
    `« ${name} » est déjà appliquée, avec de plus récentes. Utilisez migrate down.`,
  downInProduction:
    "Annuler une migration supprime les données qu’elle contient. Ceci est la production : faites une sauvegarde, puis ajoutez --yes.",
  badMigrationName: ({ name }) =>
    `« ${name} » n’est pas un nom de migration. Utilisez des minuscules, des chiffres et des traits d’union : add-bookmarks.`,
  noSources:
    "Les migrations s’écrivent dans une copie de travail de Bookplate ; il n’y a pas ici de sources où les écrire.",
  written: ({ file }) => `écrit  ${file}`,
  noBuiltBook: ({ directory }) =>
    `Il n’y a pas de livre construit dans ${directory} : build/bookplate-pages.json manque. Construisez d’abord le livre avec le thème Bookplate.`,
  indexed: ({ pages, passages }) =>
    `Peuvent être trouvés désormais : ${passages} passages de ${pages} pages.`,
  indexOfAnotherBook: ({ directory }) =>
    `Au prochain démarrage, le serveur indexe de nouveau son propre livre. Pour garder celui-ci, écrivez  BOOK_DIR=${directory}`,
  resetAsks: ({ directory }) =>
    `Supprimer la base de données intégrée et les e-mails retenus dans ${directory} ?`,
  resetNeedsYes: ({ directory }) =>
    `Ceci supprime la base de données intégrée et les e-mails retenus dans ${directory}. Ajoutez --yes pour le faire.`,
  resetIsNotForPostgres:
    "DATABASE_URL nomme un Postgres, et reset ne supprime jamais que la base de données intégrée. Rien n’a été supprimé.",
  resetCancelled: "Rien n’a été supprimé.",
  resetDone: ({ directory }) =>
    `Supprimé. Le prochain démarrage crée une nouvelle base de données dans ${directory}.`,
} satisfies Terminal["commands"];
