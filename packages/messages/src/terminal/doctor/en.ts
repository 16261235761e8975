/** What `doctor` finds. Each warning and failure has a reason and the line to write. */
export const doctor = {
  status: { ok: "ok", warn: "warn", fail: "fail" },
  groups: {
    settings: "settings",
    secret: "secret",
    site: "site",
    lock: "lock",
    database: "database",
    mail: "mail",
    book: "book",
  },
  fine: "Nothing to mend.",
  counts: ({ fail, warn }: { fail: number; warn: number }) => `To mend: ${fail}. To look at: ${warn}.`,
  settingsFine: "all settings can be used",
  secretFileOpen: ({ file }: { file: string }) => `${file} can be read by other users`,
  secretFileWhy: "who reads it can be anybody",
  secretFine: "present and long enough",
  production: "production",
  development: "development: for this machine only",
  oneSite: ({ url }: { url: string }) => `book and API are on one site (${url})`,
  originElsewhere: ({ origin }: { origin: string }) =>
    `the allowed origin ${origin} is on another site than the API`,
  originElsewhereWhy: "its pages cannot keep a session in a cookie; they need tokens in the body",
  answers: ({ url }: { url: string }) => `${url} answers`,
  doesNotAnswer: ({ url }: { url: string }) => `${url} does not answer from here`,
  doesNotAnswerWhy: "either no server runs, or name, certificate or proxy are not set up yet",
  notRunning: "no server runs on this data directory",
  running: "a server runs; asked through its socket",
  migrationsPending: ({ count }: { count: number }) =>
    count === 1 ? `${count} migration is not applied` : `${count} migrations are not applied`,
  migrationsPendingWhy: "the next start applies them",
  migrationsFine: ({ count }: { count: number }) => `every migration is applied (${count})`,
  databaseWhy: "sessions, chats and the book's passages are in it",
  mailbox: "letters are caught on this machine and shown at /dev/mail",
  smtpFine: ({ host }: { host: string }) => `${host} accepts our user`,
  /** The reason is the mail server's own, in its language. */
  smtpFails: ({ host, reason }: { host: string; reason: string }) => `${host} refuses: ${reason}`,
  smtpFailsWhy: "nobody could verify an address",
  resendSendsOnly: ({ host }: { host: string }) =>
    `${host} takes our key, which may only send; mail test ADDRESS shows the rest`,
  resendFine: ({ host, domain }: { host: string; domain: string }) =>
    `${host} takes our key, and letters from ${domain}`,
  senderNotVerified: ({ host, domain }: { host: string; domain: string }) =>
    `${host} has not verified ${domain}, the domain of MAIL_FROM`,
  senderNotVerifiedWhy: "letters from it are refused; verify it there, or write from another domain",
  noBook: ({ directory }: { directory: string }) => `no built book in ${directory}`,
  noBookWhy: "readers see no page, and the chat has nothing to quote",
  noPages: "the book was built without its list of pages",
  noPagesWhy: "the Bookplate theme is missing in its configuration, so it has no sign-in and no chat",
  localhostInBook: "the built book names localhost as its server",
  localhostInBookWhy: "readers' browsers would look for the server on their own machines",
  bookFine: ({ count }: { count: number }) => `built, with ${count} ${count === 1 ? "page" : "pages"}`,
};
