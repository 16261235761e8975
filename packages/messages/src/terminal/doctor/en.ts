/** What `doctor` finds. Each warning and failure has a reason and the line to write. */
export const doctor = {
  status: { ok: "ok", warn: "warn", fail: "fail" },
  groups: {
    settings: "settings",
    secret: "secret",
    site: "site",
    lock: "lock",
    database: "database",
    limits: "limits",
    mail: "mail",
    book: "book",
    answers: "answers",
    policy: "policy",
  },
  fine: "Nothing to mend.",
  counts: ({ fail, warn }: { fail: number; warn: number }) => `To mend: ${fail}. To look at: ${warn}.`,
  settingsFine: "all settings can be used",
  signUp: {
    open: "everybody may make an account",
    invitation: "accounts are made by invitation: bookplate invite",
    domains: ({ domains }: { domains: string }) =>
      `accounts are made for addresses at ${domains}, and by invitation`,
    closed: "nobody can make an account",
  },
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
  redisFine: ({ host }: { host: string }) => `${host} counts limits for all servers`,
  redisFails: ({ host, reason }: { host: string; reason: string }) =>
    `${host} does not count limits: ${reason}`,
  redisFailsWhy: "servers count limits each for themselves while it is away",
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
  extracts: "extracts quotes the book; no language model is set",
  modelFine: ({ host, model }: { host: string; model: string }) => `${host} answers with ${model}`,
  modelFails: ({ host, model, reason }: { host: string; model: string; reason: string }) =>
    `${model} at ${host}: ${reason}`,
  modelFailsWhy: "readers get quotations of the book instead of its answers",
  modelFailures: {
    keyRefused: "the key is refused",
    modelUnknown: "there is no such model, or not for this key",
    tooManyRequests: "too many requests, or no credit is left",
    unreachable: "nobody answers at this address",
    serverFault: ({ status }: { status: number }) => `its own fault (HTTP ${status})`,
    requestRefused: ({ status }: { status: number }) => `the request is refused (HTTP ${status})`,
    notTheProtocol: "what it says is not OpenAI's protocol",
    brokeOff: "it breaks off",
    silent: "it says nothing",
    empty: "its answers are empty",
  },
  embeddingsFine: ({ host, model, count }: { host: string; model: string; count: number }) =>
    `${host} makes embeddings with ${model}, of ${count} numbers`,
  embeddingsFailWhy: "the book is searched by words alone",
  noVectors: "the database has no extension vector (pgvector)",
  noVectorsWhy: "EMBEDDINGS_MODEL needs it; the book is searched by words alone",
  noBook: ({ directory }: { directory: string }) => `no built book in ${directory}`,
  noBookWhy: "readers see no page, and the chat has nothing to quote",
  noPages: "the book was built without its list of pages",
  noPagesWhy: "the Bookplate theme is missing in its configuration, so it has no sign-in and no chat",
  localhostInBook: "the built book names localhost as its server",
  localhostInBookWhy: "readers' browsers would look for the server on their own machines",
  bookFine: ({ count }: { count: number }) => `built, with ${count} ${count === 1 ? "page" : "pages"}`,
  noAdministrator: "nobody administers this server yet",
  noAdministratorWhy: "reports, roles and bans need somebody",
  administrators: ({ count }: { count: number }) =>
    count === 1 ? "one administrator" : `${count} administrators`,
  withoutSecondFactor: ({ count }: { count: number }) =>
    count === 1
      ? "one administrator has no two-step sign-in"
      : `${count} administrators have no two-step sign-in`,
  withoutSecondFactorWhy:
    "one password that leaks gives the server away; this setting asks for the second step",
};
