/** What the commands besides `serve` print. */
export const commands = {
  applied: "applied",
  pending: "pending",
  takenBack: "taken back",
  upToDate: "The schema is up to date.",
  nothingToTakeBack: "There is nothing to take back.",
  serverHasDatabase:
    "A server is running on the embedded database. Stop it first: a schema must not change under it.",
  unknownMigration: ({ wanted, known }: { wanted: string; known: string }) =>
    `There is no migration "${wanted}". These exist: ${known}.`,
  notApplied: ({ name }: { name: string }) =>
    `"${name}" is not applied, so nothing can be taken back to it. Use migrate up.`,
  appliedAlready: ({ name }: { name: string }) =>
    `"${name}" is applied already, with later ones. Use migrate down.`,
  downInProduction:
    "Taking a migration back deletes the data that it holds. This is production: make a backup, then add --yes.",
  badMigrationName: ({ name }: { name: string }) =>
    `"${name}" is no name for a migration. Use small letters, digits and hyphens: add-bookmarks.`,
  noSources: "Migrations are written in a checkout of Bookplate; here are no sources to write them to.",
  written: ({ file }: { file: string }) => `written  ${file}`,
  noBuiltBook: ({ directory }: { directory: string }) =>
    `There is no built book in ${directory}: build/bookplate-pages.json is missing. Build the book with the Bookplate theme first.`,
  indexed: ({ pages, passages }: { pages: number; passages: number }) =>
    `Can be found now: ${passages} passages of ${pages} pages.`,
  indexOfAnotherBook: ({ directory }: { directory: string }) =>
    `The server indexes its own book again at its next start. To keep this one, write  BOOK_DIR=${directory}`,
  resetAsks: ({ directory }: { directory: string }) =>
    `Delete the embedded database and the caught letters in ${directory}?`,
  resetNeedsYes: ({ directory }: { directory: string }) =>
    `This deletes the embedded database and the caught letters in ${directory}. Add --yes to do it.`,
  resetIsNotForPostgres:
    "DATABASE_URL names a Postgres, and reset only ever deletes the embedded database. Nothing was deleted.",
  resetCancelled: "Nothing was deleted.",
  resetDone: ({ directory }: { directory: string }) =>
    `Deleted. The next start makes a new database in ${directory}.`,
};
