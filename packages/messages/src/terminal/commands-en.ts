/** What the commands besides `serve` print. */
export const commands = {
  noSuchCommand: (name: string) => `There is no command "${name}". bookplate --help lists them.`,
  applied: "applied",
  pending: "pending",
  upToDate: "The schema is up to date.",
  appliedNow: (names: readonly string[]) => names.map((name) => `applied     ${name}`),
  takenBack: (names: readonly string[]) => names.map((name) => `taken back  ${name}`),
  nothingToTakeBack: "There is nothing to take back.",
  serverHasDatabase:
    "A server is running on the embedded database. Stop it first: a schema must not change under it.",
  unknownMigration: (wanted: string, known: readonly string[]) =>
    `There is no migration "${wanted}". These exist: ${known.join(", ")}.`,
  notApplied: (name: string) =>
    `"${name}" is not applied, so nothing can be taken back to it. Use migrate up.`,
  appliedAlready: (name: string) => `"${name}" is applied already, with later ones. Use migrate down.`,
  downInProduction:
    "Taking a migration back deletes the data that it holds. This is production: make a backup, then add --yes.",
  badMigrationName: (name: string) =>
    `"${name}" is no name for a migration. Use small letters, digits and hyphens: add-bookmarks.`,
  noSources: "Migrations are written in a checkout of Bookplate; here are no sources to write them to.",
  written: (file: string) => `written  ${file}`,
  noBuiltBook: (directory: string) =>
    `There is no built book in ${directory}: build/bookplate-pages.json is missing. Build the book with the Bookplate theme first.`,
  indexed: (pages: number, passages: number) => `${passages} passages of ${pages} pages can be found.`,
  indexOfAnotherBook: (directory: string) =>
    `The server indexes its own book again at its next start. To keep this one, write  BOOK_DIR=${directory}`,
  resetAsks: (directory: string) => `Delete the embedded database and the caught letters in ${directory}?`,
  resetNeedsYes: (directory: string) =>
    `This deletes the embedded database and the caught letters in ${directory}. Add --yes to do it.`,
  resetIsNotForPostgres:
    "DATABASE_URL names a Postgres, and reset only ever deletes the embedded database. Nothing was deleted.",
  resetCancelled: "Nothing was deleted.",
  resetDone: (directory: string) => `Deleted. The next start makes a new database in ${directory}.`,
  doctorFine: "Nothing to mend.",
  doctorCounts: (warn: number, fail: number) => `${fail} to mend, ${warn} to look at.`,
};

/** What `doctor` finds. Each warning and failure has a reason and the line to write. */
export const checks = {
  settingsFine: "all settings can be used",
  secretFileOpen: (file: string) => `${file} can be read by other users`,
  secretFileWhy: "who reads it can be anybody",
  secretFine: "present and long enough",
  production: "production",
  development: "development: for this machine only",
  oneSite: (url: string) => `book and API are on one site (${url})`,
  twoSites: (book: string, api: string) => `book ${book} and API ${api} are on two sites`,
  twoSitesWhy: "browsers drop cookies across sites, so readers would be signed out at every reload",
  publicSuffix: (host: string, suffix: string) =>
    `${host} is under ${suffix}, where every name is a site of its own`,
  publicSuffixWhy:
    "Safari and Brave keep no cookie of an API elsewhere: it has to be under the very same name, or behind a proxy at /api",
  originElsewhere: (origin: string) => `the allowed origin ${origin} is on another site than the API`,
  originElsewhereWhy: "its pages cannot keep a session in a cookie; they need tokens in the body",
  answers: (url: string) => `${url} answers`,
  doesNotAnswer: (url: string) => `${url} does not answer from here`,
  doesNotAnswerWhy: "either no server runs, or name, certificate or proxy are not set up yet",
  notRunning: "no server runs on this data directory",
  running: "a server runs; asked through its socket",
  database: (description: string, version: number) =>
    description.includes(`PostgreSQL ${version}`) ? description : `${description} (PostgreSQL ${version})`,
  migrationsPending: (count: number) => `${count} migrations are not applied`,
  migrationsPendingWhy: "the next start applies them",
  migrationsFine: (count: number) => `all ${count} migrations are applied`,
  databaseWhy: "sessions, chats and the book's passages are in it",
  mailbox: "letters are caught on this machine and shown at /dev/mail",
  smtpFine: (host: string) => `${host} accepts our user`,
  smtpFails: (host: string, reason: string) => `${host}: ${reason}`,
  smtpFailsWhy: "nobody could verify an address",
  noBook: (directory: string) => `no built book in ${directory}`,
  noBookWhy: "readers see no page, and the chat has nothing to quote",
  noPages: "the book was built without its list of pages",
  noPagesWhy: "the Bookplate theme is missing in its configuration, so it has no sign-in and no chat",
  localhostInBook: "the built book names localhost as its server",
  localhostInBookWhy: "readers' browsers would look for the server on their own machines",
  bookFine: (pages: number) => `built, with ${pages} pages`,
};
