import type { Migration } from "kysely/migration";
import * as initial from "./0001-initial.ts";
import * as knownDevices from "./0002-known-devices.ts";
import * as revocationLookup from "./0003-revocation-lookup.ts";
import * as keyRotation from "./0004-key-rotation.ts";
import * as dpop from "./0005-dpop.ts";
import * as passkeys from "./0006-passkeys.ts";
import * as sessionExpiryByDay from "./0007-session-expiry-by-day.ts";
import * as letterTokens from "./0008-letter-tokens.ts";
import * as secondFactor from "./0009-second-factor.ts";
import * as providers from "./0010-providers.ts";
import * as mail from "./0011-mail.ts";
import * as passkeyUse from "./0012-passkey-use.ts";
import * as bookmarks from "./0013-bookmarks.ts";
import * as quotas from "./0014-quotas.ts";
import * as ownChats from "./0015-own-chats.ts";
import * as reports from "./0016-reports.ts";
import * as search from "./0017-search.ts";
import * as purgeGuests from "./0018-purge-guests.ts";
import * as audit from "./0019-audit.ts";
import * as limitCounters from "./0020-limit-counters.ts";
import * as roles from "./0021-roles.ts";
import * as adminClaim from "./0022-admin-claim.ts";
import * as invitations from "./0023-invitations.ts";
import * as administration from "./0024-administration.ts";
import * as addressIsNoKey from "./0025-address-is-no-key.ts";

/** Every migration in order. A released one is frozen; a change is a new file. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-initial": initial,
  "0002-known-devices": knownDevices,
  "0003-revocation-lookup": revocationLookup,
  "0004-key-rotation": keyRotation,
  "0005-dpop": dpop,
  "0006-passkeys": passkeys,
  "0007-session-expiry-by-day": sessionExpiryByDay,
  "0008-letter-tokens": letterTokens,
  "0009-second-factor": secondFactor,
  "0010-providers": providers,
  "0011-mail": mail,
  "0012-passkey-use": passkeyUse,
  "0013-bookmarks": bookmarks,
  "0014-quotas": quotas,
  "0015-own-chats": ownChats,
  "0016-reports": reports,
  "0017-search": search,
  "0018-purge-guests": purgeGuests,
  "0019-audit": audit,
  "0020-limit-counters": limitCounters,
  "0021-roles": roles,
  "0022-admin-claim": adminClaim,
  "0023-invitations": invitations,
  "0024-administration": administration,
  "0025-address-is-no-key": addressIsNoKey,
};
