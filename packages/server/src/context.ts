import { availableParallelism } from "node:os";
import type { Logger } from "pino";
import { accountData, waysToSignInData } from "./accounts/account-personal-data.ts";
import { createHashPool } from "./accounts/hash-pool.ts";
import { createAccounts } from "./accounts/service.ts";
import { createStatistics } from "./admin/statistics.ts";
import { createUserSessions } from "./admin/user-sessions.ts";
import { createAdminUsers } from "./admin/users.ts";
import { createAdminClaims } from "./administrators/claims.ts";
import { createOperatorActs } from "./administrators/operator-acts.ts";
import { createAnswers } from "./answers/answers.ts";
import { createOpenAiEmbeddings } from "./answers/openai-embeddings.ts";
import { createOpenAiModel } from "./answers/openai-model.ts";
import { createActivity } from "./audit/activity.ts";
import { createAttackWatch } from "./audit/attack-watch.ts";
import { createAudit } from "./audit/audit.ts";
import { createChain } from "./audit/chain.ts";
import { createEventLog } from "./audit/event-log.ts";
import { activityData } from "./audit/personal-data.ts";
import { createRetention } from "./audit/retention.ts";
import { createBans } from "./bans/service.ts";
import { createBetterAuth } from "./better-auth/auth.ts";
import { createIdentities } from "./better-auth/identities.ts";
import { createNativeMount } from "./better-auth/native/mount.ts";
import { createBook } from "./book/book.ts";
import { createEmbeddings } from "./book/embeddings.ts";
import { readBookTitle } from "./book/title.ts";
import { claimableBookmarks } from "./bookmarks/claimable.ts";
import { createBookmarks } from "./bookmarks/service.ts";
import { claimableConversations } from "./chats/claimable.ts";
import { createChats } from "./chats/service.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config/config.ts";
import type { OpenDatabase } from "./database/database.ts";
import { createJobs } from "./database/jobs.ts";
import { createNotifications } from "./database/notifications.ts";
import { type Claimable, personalDataOf } from "./guests/claimable.ts";
import { createClaims } from "./guests/claims.ts";
import { createGuestPurge } from "./guests/purge.ts";
import { createGuests } from "./guests/service.ts";
import { invitationsData } from "./invitations/personal-data.ts";
import { createInvitations } from "./invitations/service.ts";
import { chooseStore } from "./limits/choose-store.ts";
import { deleteEnded } from "./limits/counter-queries.ts";
import { createIdentifierLimits } from "./limits/identifier-limits.ts";
import { createLimiter } from "./limits/limiter.ts";
import { policies } from "./limits/policies.ts";
import { requireAnswerable } from "./limits/quota-check.ts";
import { claimableUse } from "./limits/quota-claimable.ts";
import { createQuotaDesk } from "./limits/quota-desk.ts";
import { createQuotas } from "./limits/quotas.ts";
import { createMail } from "./mail/mail.ts";
import { createOutbox } from "./mail/outbox.ts";
import { lettersData } from "./mail/personal-data.ts";
import type { MailTransport } from "./mail/transport.ts";
import type { Mailbox } from "./mail/transports/mailbox.ts";
import { passkeysData } from "./passkeys/personal-data.ts";
import { createPasskeys } from "./passkeys/service.ts";
import { createPreferences } from "./preferences/service.ts";
import { createIdentityProviders } from "./providers/identity-providers.ts";
import { createListLinks } from "./providers/links.ts";
import { createProviders } from "./providers/service.ts";
import { createTakeOver } from "./providers/take-over.ts";
import { claimableReports, feedbackData } from "./reports/claimable.ts";
import { createReports } from "./reports/service.ts";
import { createRoleTable } from "./roles/roles.ts";
import { createRoleChanges } from "./roles/service.ts";
import { createStaffActs } from "./roles/staff-acts.ts";
import { secondFactorData, trustedDevicesData } from "./second-factor/personal-data.ts";
import { createSecondFactorPolicy } from "./second-factor/policy.ts";
import { createSecondFactor } from "./second-factor/service.ts";
import { createSecrets } from "./secrets/service.ts";
import { knownDevicesData, sessionsData, visitsData } from "./sessions/personal-data.ts";
import { createSessions } from "./sessions/service.ts";

/** What has been opened before the parts are joined, and is closed after them. */
export interface Opened {
  readonly database: OpenDatabase;
  readonly transport: MailTransport;
  /** Where letters are caught instead of sent. */
  readonly mailbox: Mailbox | undefined;
}

/** At cost 12 the last in the queue waits for about ten seconds, which is as long as a person waits. */
const waitingPerHashThread = 40;

/**
 * Builds all parts and joins them, top to bottom in the order of their dependencies. The only place
 * where they know of each other; the schema is up to date by now.
 */
export function createContext(config: Config, opened: Opened, log: Logger, clock: Clock) {
  const { database, transport, mailbox } = opened;
  const { db } = database;
  const { keyring, http } = config;
  const loginUrl = `${http.bookUrl}/login`;
  const accountUrl = `${http.bookUrl}/account`;
  const forgotUrl = `${http.bookUrl}/forgot`;

  const sharedCounters = chooseStore(config, { database, clock, log });
  const limiter = createLimiter({ clock, log, enabled: config.limits === "on", shared: sharedCounters });
  const jobs = createJobs(database, log);
  const notifications = createNotifications(database, log);
  const audit = createAudit({ clock });
  const preferences = createPreferences({ database: db, clock });
  const mail = createMail({ database, jobs, keyring, clock, transport, log, config, preferences });

  const embeddings =
    config.embeddings &&
    createEmbeddings({ database: db, jobs, model: createOpenAiEmbeddings(config.embeddings), clock, log });
  const book = createBook({ database: db, directory: config.book.directory, log, embeddings });
  const answers = createAnswers({
    book,
    model: config.model && createOpenAiModel(config.model),
    bounds: config.model,
    log,
  });
  requireAnswerable(config.quotas, answers.tokenCeiling);

  const betterAuth = createBetterAuth({
    database: db,
    keyring,
    publicUrl: http.publicUrl,
    audience: config.sessions.audience,
  });
  const identities = createIdentities(betterAuth);
  const roleTable = createRoleTable(config.roles);
  const secondFactorPolicy = createSecondFactorPolicy(config.secondFactor.requiredFor, roleTable);
  const sessions = createSessions({
    database: db,
    notifications,
    clock,
    keyring,
    identities,
    audit,
    mail,
    log,
    config: config.sessions,
    secondFactorPolicy,
    roleTable,
    guestIdleMs: config.guests.retentionMs,
    issuer: http.publicUrl,
    loginUrl,
    accountUrl,
  });
  const beginStaffAct = createStaffActs({ clock, roleTable, secondFactorPolicy });
  const staffDeps = { database: db, clock, log, audit, mail, sessions, roleTable, beginStaffAct };
  const roles = createRoleChanges(staffDeps);
  const bans = createBans(staffDeps);
  const adminClaims = createAdminClaims({ database: db, clock, audit, sessions, roles });
  const findBookTitle = () => readBookTitle(config.book.directory);
  const secondFactor = createSecondFactor({
    database: db,
    clock,
    keyring,
    sessions,
    audit,
    mail,
    policy: secondFactorPolicy,
    accountUrl,
    findIssuer: async () => (await findBookTitle()) ?? new URL(http.bookUrl).hostname,
  });
  const secrets = createSecrets({ database: db, keyring, clock });
  // What readers own, room by room: it moves with a merge, keeps a guest from being purged, is in the reader's copy.
  const claimables: readonly Claimable[] = [
    claimableConversations,
    claimableBookmarks,
    claimableUse,
    claimableReports,
  ];
  const guests = createGuests({
    database: db,
    clock,
    identities,
    sessions,
    audit,
    claimables,
  });
  const guestPurge = createGuestPurge({
    database: db,
    clock,
    sessions,
    audit,
    claimables,
    retentionMs: config.guests.retentionMs,
  });
  const identifierLimits = createIdentifierLimits({ database: db, keyring, limiter, sessions });
  const hashThreads = availableParallelism();
  const hashPool = createHashPool({
    threads: hashThreads,
    maxWaiting: hashThreads * waitingPerHashThread,
  });
  const identityProviders = createIdentityProviders({ configs: config.identityProviders, clock });
  const accounts = createAccounts({
    database: db,
    clock,
    keyring,
    identities,
    sessions,
    guests,
    preferences,
    audit,
    mail,
    jobs,
    identifierLimits,
    letterLimit: config.limits === "on" ? policies["letters-to-one"] : undefined,
    hashPool,
    log,
    config: config.accounts,
    bookUrl: http.bookUrl,
    loginUrl,
    forgotUrl,
    personalData: [
      accountData,
      waysToSignInData,
      passkeysData,
      secondFactorData,
      trustedDevicesData,
      sessionsData,
      knownDevicesData,
      visitsData,
      activityData,
      lettersData,
      invitationsData,
      ...personalDataOf(claimables),
      feedbackData,
    ],
    findBookTitle,
    roleTable,
    secondFactor,
    listLinks: createListLinks({ database: db, providers: identityProviders }),
  });

  const native = createNativeMount({
    database: db,
    keyring,
    log,
    publicUrl: http.publicUrl,
    audience: config.sessions.audience,
    allowedOrigins: http.allowedOrigins,
  });
  const bookHost = new URL(http.bookUrl).hostname;
  const passkeys = createPasskeys({
    database: db,
    clock,
    keyring,
    audit,
    mail,
    sessions,
    signIns: accounts.signIns,
    relyingParty: {
      id: bookHost,
      findName: async () => (await findBookTitle()) ?? bookHost,
      origins: http.allowedOrigins,
    },
    accountUrl,
  });

  const providers = createProviders({
    database: db,
    clock,
    log,
    identities,
    preferences,
    audit,
    mail,
    addresses: accounts.addresses,
    signUpPolicy: accounts.signUpPolicy,
    signIns: accounts.signIns,
    takeOver: createTakeOver({ clock, sessions, secondFactor, letterTokens: accounts.letterTokens }),
    providers: identityProviders,
    publicUrl: http.publicUrl,
    bookUrl: http.bookUrl,
    allowedOrigins: http.allowedOrigins,
    loginUrl,
    accountUrl,
  });

  const invitations = createInvitations({
    database: db,
    clock,
    audit,
    roleTable,
    addresses: accounts.addresses,
    writeLetter: mail.enqueue,
    signUp: config.accounts.signUp,
    bookUrl: http.bookUrl,
  });
  const reports = createReports({ database: db, clock, audit });

  // Every hour, on one node: what has expired can be asked for by nobody, and only takes up room.
  jobs.define({ name: "purge-expired", schedule: "17 * * * *" }, async () => {
    await sessions.purge();
    await accounts.purge();
    await secondFactor.purge();
    await mail.purge();
    await passkeys.purge();
    await providers.purge();
    await reports.purge();
    await invitations.purge();
    await quotas.purge();
    await deleteEnded(db, clock.now());
    await adminClaims.purge();
  });

  // Apart from the others: after a flood it takes minutes.
  jobs.define({ name: "purge-guests", schedule: "27 * * * *" }, async () => {
    await guestPurge.purge();
  });

  const attackWatch = createAttackWatch({ database: db, clock, audit, mail, log, accountUrl });
  jobs.define({ name: "watch-sign-ins", schedule: "*/5 * * * *", oneAtATime: true }, attackWatch.look);

  // Every hour, on one node: most times the key is young, and nothing is to be done.
  jobs.define({ name: "rotate-signing-keys", schedule: "47 * * * *" }, () =>
    sessions.signingKeys.rotateIfDue(),
  );

  const quotas = createQuotas({ database: db, clock, log, config: config.quotas, roleTable });
  const chats = createChats({
    database,
    notifications,
    clock,
    answers,
    quotas,
    preferences,
    bookUrl: http.bookUrl,
    log,
  });

  const quotaDesk = createQuotaDesk({ database: db, clock, audit, config: config.quotas, roleTable });
  const adminUsers = createAdminUsers({ database: db, clock, roleTable, quotaDesk });
  const statistics = createStatistics({ database: db, clock });
  jobs.define({ name: "count-days", schedule: "11 * * * *" }, statistics.countYesterday);

  const chain = createChain({ database: db });
  // No event is longer outside of the chain than this and the time that a round takes.
  jobs.define({ name: "chain-events", schedule: "* * * * *", oneAtATime: true }, async () => {
    await chain.append();
  });

  const auditRetention = createRetention({ database: db, clock, log, audit, ...config.audit });
  jobs.define({ name: "trim-events", schedule: "7 4 * * *", oneAtATime: true }, async () => {
    await auditRetention.trim();
  });

  // An answer that was lost with its server gives back what was reserved for it.
  jobs.define({ name: "release-lost-answers", schedule: "*/5 * * * *" }, quotas.releaseLost);

  return {
    config,
    clock,
    log,
    database,
    jobs,
    notifications,
    betterAuth,
    mail,
    mailbox,
    sessions,
    preferences,
    roleTable,
    roles,
    bans,
    adminClaims,
    operatorActs: createOperatorActs({ database: db, accounts, roles, roleTable, bans }),
    guests,
    guestPurge,
    accounts,
    secondFactor,
    native,
    passkeys,
    providers,
    claims: createClaims({ database: db, clock, sessions, guests }),
    activity: createActivity({ database: db }),
    eventLog: createEventLog({ database: db }),
    bookmarks: createBookmarks({ database: db, clock }),
    reports,
    invitations,
    book,
    chats,
    quotas,
    limiter,
    identifierLimits,
    adminUsers,
    userSessions: createUserSessions({ database: db, audit, roleTable, adminUsers, sessions, beginStaffAct }),
    statistics,
    outbox: createOutbox({ database: db }),
    quotaDesk,

    async start(): Promise<void> {
      await secrets.start();
      await sharedCounters?.start();
      await sessions.start();
      await roles.start();
      await chats.start();
      // After everybody has subscribed, and before the first request.
      await notifications.start();
      await mail.start();
      await embeddings?.start();
      await jobs.start();
    },

    /** Ends what runs, in the order that loses nothing; the database stays open. */
    async stop(): Promise<void> {
      guestPurge.stop();
      embeddings?.stop();
      await chats.close();
      await hashPool.close();
      await sessions.stop();
      secrets.stop();
      await jobs.stop();
      await mail.stop();
      await notifications.stop();
      sharedCounters?.stop();
      await transport.close();
    },
  };
}

export type Context = ReturnType<typeof createContext>;
