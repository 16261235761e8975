import type { Terminal } from "../index.ts";

export const failures = {
  settings: "Bookplate ne démarre pas avec ces réglages :",
  portInUse: ({ port }) =>
    `Le port ${port} est occupé. Arrêtez ce qui y écoute, ou choisissez-en un autre avec PORT.`,
  portNeedsRights: ({ port }) =>
    `Cet utilisateur n’a pas les droits pour le port ${port}. Choisissez-en un au-dessus de 1023 avec PORT.`,
  hostUnknown:
    "HOST n’est pas une adresse de cette machine. Utilisez 127.0.0.1, 0.0.0.0 ou une adresse qu’elle a.",
  postgresRefuses: "Postgres refuse l’utilisateur ou le mot de passe de DATABASE_URL.",
  databaseMissing: "La base de données nommée dans DATABASE_URL n’existe pas. Créez-la, puis redémarrez.",
  databaseUnreachable: ({ reason }) => `La base de données de DATABASE_URL est injoignable : ${reason}.`,
  postgresTooOld: ({ found, least }) =>
    `La base de données est PostgreSQL ${found} ; Bookplate a besoin de ${least} ou plus récent.`,
  schemaTooNew: ({ name }) =>
    `La base de données a la migration « ${name} », que cette version de Bookplate ne connaît pas. Démarrez la version qui l’a migrée, ou une plus récente ; rien n’a été changé.`,
  locked: ({ directory, pid }) =>
    `La base de données intégrée de ${directory} est utilisée par le processus ${pid}. Arrêtez ce processus, ou donnez à celui-ci une base de données à lui avec BOOKPLATE_DATA_DIR.`,
  secretMissing: ({ id }) =>
    `Des clés enregistrées ont besoin du secret d’identifiant « ${id} », qui n’est pas dans BOOKPLATE_SECRET. Ajoutez-le de nouveau à la fin de la liste : BOOKPLATE_SECRET=<nouvel identifiant>:<nouveau secret>,${id}:<ancien secret>`,
  placeDatabase: ({ file }) =>
    `PLACE_DATABASE nomme ${file}, qui ne se lit pas comme une base de données de lieux. Donnez le chemin d’un fichier .mmdb, ou omettez-le.`,
  serverEnded: "Le serveur qui avait ouvert la base de données s’est terminé. Réessayez.",
  serverEndedEarly: "Le serveur s’est terminé avant de répondre. Réessayez.",
} satisfies Terminal["failures"];
