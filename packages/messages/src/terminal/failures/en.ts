/** Why a start or a command came to its end, and what to do. */
export const failures = {
  settings: "Bookplate does not start with these settings:",
  portInUse: ({ port }: { port: string }) =>
    `Port ${port} is in use. Stop what listens there, or choose another with PORT.`,
  portNeedsRights: ({ port }: { port: string }) =>
    `Port ${port} needs rights that this user lacks. Choose one above 1023 with PORT.`,
  hostUnknown: "HOST is not an address of this machine. Use 127.0.0.1, 0.0.0.0 or one that it has.",
  postgresRefuses: "Postgres refuses the user or password in DATABASE_URL.",
  databaseMissing: "The database named in DATABASE_URL does not exist. Create it, then start again.",
  databaseUnreachable: ({ reason }: { reason: string }) =>
    `The database in DATABASE_URL cannot be reached: ${reason}.`,
  postgresTooOld: ({ found, least }: { found: number; least: number }) =>
    `The database is PostgreSQL ${found}; Bookplate needs ${least} or newer.`,
  schemaTooNew: ({ name }: { name: string }) =>
    `The database has the migration "${name}", which this version of Bookplate does not know. Start the version that migrated it, or a newer one; nothing was changed.`,
  locked: ({ directory, pid }: { directory: string; pid: number }) =>
    `The embedded database in ${directory} is in use by process ${pid}. Stop that process, or give this one a database of its own with BOOKPLATE_DATA_DIR.`,
  secretMissing: ({ id }: { id: string }) =>
    `Stored keys need the secret with the id "${id}", which BOOKPLATE_SECRET does not list. Add it again at the end of the list: BOOKPLATE_SECRET=<new id>:<new secret>,${id}:<old secret>`,
  placeDatabase: ({ file }: { file: string }) =>
    `PLACE_DATABASE names ${file}, which cannot be read as a database of places. Give it the path of an .mmdb file, or leave it out.`,
  serverEnded: "The server that had the database open has ended. Try again.",
  serverEndedEarly: "The server ended before it answered. Try again.",
};
