import { availableParallelism } from "node:os";
import { createHashPool } from "../accounts/hash-pool.ts";
import { createAccounts } from "../accounts/service.ts";
import { createActivity } from "../audit/activity.ts";
import { createBetterAuth } from "../better-auth/auth.ts";
import { createIdentities } from "../better-auth/identities.ts";
import { createNativeMount } from "../better-auth/native/mount.ts";
import { readBookTitle } from "../book/title.ts";
import { createClaims } from "../guests/claims.ts";
import { createGuestPurge } from "../guests/purge.ts";
import { createGuests } from "../guests/service.ts";
import { createIdentifierLimits } from "../limits/identifier-limits.ts";
import { policies } from "../limits/policies.ts";
import { createPasskeys } from "../passkeys/service.ts";
import { createIdentityProviders } from "../providers/identity-providers.ts";
import { createListLinks } from "../providers/links.ts";
import { createProviders } from "../providers/service.ts";
import { createTakeOver } from "../providers/take-over.ts";
import { createSecondFactor } from "../second-factor/service.ts";
import { createSessions } from "../sessions/service.ts";
import type { Foundation } from "./foundation.ts";
import { claimables, personalData } from "./what-readers-own.ts";

/** At cost 12 the last in the queue waits for about ten seconds, which is as long as a person waits. */
const waitingPerHashThread = 40;

/**
 * Who readers are and how they come in. A session is for an account or a guest; every way in (password, letter, passkey,
 * provider) ends in `accounts.signIns`, where the second factor is asked for.
 */
export function joinIdentity(foundation: Foundation) {
  const { config, clock, log, jobs, notifications, audit, mail, preferences, limiter } = foundation;
  const { roleTable, secondFactorPolicy } = foundation;
  const { keyring, http } = config;
  const { publicUrl, bookUrl, allowedOrigins } = http;
  const { audience } = config.sessions;
  const database = foundation.database.db;
  const loginUrl = `${bookUrl}/login`;
  const accountUrl = `${bookUrl}/account`;
  const bookHost = new URL(bookUrl).hostname;
  const findBookTitle = () => readBookTitle(config.book.directory);
  const findNameOfBook = async () => (await findBookTitle()) ?? bookHost;

  const betterAuth = createBetterAuth({ database, keyring, publicUrl, audience });
  const native = createNativeMount({ database, keyring, log, publicUrl, audience, allowedOrigins });
  const identities = createIdentities(betterAuth);

  const sessions = createSessions({
    database,
    notifications,
    onTakeover: foundation.database.onTakeover,
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
    issuer: publicUrl,
    loginUrl,
    accountUrl,
  });
  const identifierLimits = createIdentifierLimits({ database, keyring, limiter, sessions });

  const guests = createGuests({ database, clock, identities, sessions, audit, claimables });
  const guestPurge = createGuestPurge({
    database,
    clock,
    sessions,
    audit,
    claimables,
    retentionMs: config.guests.retentionMs,
  });

  const secondFactor = createSecondFactor({
    database,
    clock,
    keyring,
    sessions,
    audit,
    mail,
    policy: secondFactorPolicy,
    accountUrl,
    findIssuer: findNameOfBook,
  });
  const hashThreads = availableParallelism();
  const hashPool = createHashPool({ threads: hashThreads, maxWaiting: hashThreads * waitingPerHashThread });
  const identityProviders = createIdentityProviders({ configs: config.identityProviders, clock });
  const accounts = createAccounts({
    database,
    clock,
    keyring,
    identities,
    sessions,
    guests,
    secondFactor,
    roleTable,
    preferences,
    audit,
    mail,
    jobs,
    hashPool,
    log,
    config: config.accounts,
    identifierLimits,
    letterLimit: config.limits === "on" ? policies["letters-to-one"] : undefined,
    bookUrl,
    loginUrl,
    forgotUrl: `${bookUrl}/forgot`,
    personalData,
    findBookTitle,
    listLinks: createListLinks({ database, providers: identityProviders }),
  });
  const { addresses, letterTokens, signIns, signUpPolicy } = accounts;

  const passkeys = createPasskeys({
    database,
    clock,
    keyring,
    audit,
    mail,
    sessions,
    signIns,
    relyingParty: { id: bookHost, findName: findNameOfBook, origins: allowedOrigins },
    accountUrl,
  });
  const providers = createProviders({
    database,
    clock,
    log,
    identities,
    preferences,
    audit,
    mail,
    addresses,
    signUpPolicy,
    signIns,
    takeOver: createTakeOver({ clock, sessions, secondFactor, letterTokens }),
    providers: identityProviders,
    publicUrl,
    bookUrl,
    allowedOrigins,
    loginUrl,
    accountUrl,
  });

  return {
    betterAuth,
    native,
    sessions,
    identifierLimits,
    guests,
    guestPurge,
    claims: createClaims({ database, clock, sessions, guests }),
    secondFactor,
    hashPool,
    accounts,
    passkeys,
    providers,
    activity: createActivity({ database }),
  };
}

export type Identity = ReturnType<typeof joinIdentity>;
