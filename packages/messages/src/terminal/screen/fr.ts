import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("fr");
const seconds = new Intl.NumberFormat("fr", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const migrations = (count: number) =>
  counted(count, { one: "# migration appliquée", other: "# migrations appliquées" });

export const screen = {
  database: "Données",
  secret: "Secret",
  mail: "E-mail",
  answers: "Réponses",
  book: "Livre",
  mailbox: "Boîte",
  api: "API",
  upToDate: "schéma à jour",
  migrated: ({ count }) => migrations(count),
  newFromImage: "neuve, image préparée",
  newMigrated: ({ count }) => counted(count, { one: "neuve, # migration", other: "neuve, # migrations" }),
  secretReplaced: "un nouveau secret a été créé",
  secretGenerated: ({ file }) => `créé dans ${file} (ignoré par git)`,
  mailCaught: "retenu sur place, rien ne quitte cette machine",
  mailSent: ({ from }) => `envoyé par SMTP au nom de ${from}`,
  noBook: "pas encore de livre : construisez-le, ou indiquez BOOK_DIR",
  answersFromExtracts: ({ count }) =>
    counted(count, {
      one: "extracts : cite le livre (# passage), sans clé",
      other: "extracts : cite le livre (# passages), sans clé",
    }),
  bookHint: "posez une question dans le panneau",
  portMoved: ({ port }) => `port ${port} occupé, donc celui-ci`,
  mailboxHint: "tous les e-mails qu’envoie ce serveur",
  apiHint: "toutes les routes, avec des exemples",
  claim: "Personne n’administre encore. Prenez ce serveur (30 min, une fois) :",
  claimAgain: "l’afficher de nouveau : npx bookplate admin link",
  noAdministrator: "Personne n’administre encore : un lien vient de npx bookplate admin link",
  ready: ({ count }) => `Prêt en ${seconds.format(count)} s. Ctrl+C arrête ; les données restent.`,
} satisfies Terminal["screen"];
