import { createStatistics } from "../admin/statistics.ts";
import { createUserSessions } from "../admin/user-sessions.ts";
import { createAdminUsers } from "../admin/users.ts";
import { createAdminClaims } from "../administrators/claims.ts";
import { createOperatorActs } from "../administrators/operator-acts.ts";
import { createAttackWatch } from "../audit/attack-watch.ts";
import { createChain } from "../audit/chain.ts";
import { createEventLog } from "../audit/event-log.ts";
import { createRetention } from "../audit/retention.ts";
import { createBans } from "../bans/service.ts";
import { createInvitations } from "../invitations/service.ts";
import { createQuotaDesk } from "../limits/quota-desk.ts";
import { createOutbox } from "../mail/outbox.ts";
import { createRoleChanges } from "../roles/service.ts";
import { createStaffActs } from "../roles/staff-acts.ts";
import type { Foundation } from "./foundation.ts";
import type { Identity } from "./identity.ts";

/** What staff and operators do with readers, and what watches over both. */
export function joinAdministration(foundation: Foundation, { sessions, accounts }: Identity) {
  const { config, clock, log, audit, mail, roleTable, secondFactorPolicy } = foundation;
  const { bookUrl } = config.http;
  const database = foundation.database.db;

  const staffActs = createStaffActs({ clock, roleTable, secondFactorPolicy });
  const beginStaffAct = staffActs.begin;
  const roles = createRoleChanges({ database, clock, log, audit, mail, sessions, roleTable, beginStaffAct });
  const bans = createBans({ database, clock, audit, mail, sessions, beginStaffAct });
  const quotaDesk = createQuotaDesk({
    database,
    clock,
    audit,
    config: config.quotas,
    roleTable,
    beginActOnReader: staffActs.beginOnReader,
  });
  const adminUsers = createAdminUsers({ database, clock, roleTable, quotaDesk });

  return {
    roles,
    bans,
    quotaDesk,
    adminUsers,
    userSessions: createUserSessions({ database, audit, roleTable, adminUsers, sessions, beginStaffAct }),
    statistics: createStatistics({ database, clock }),
    adminClaims: createAdminClaims({ database, clock, audit, sessions, roles }),
    operatorActs: createOperatorActs({ database, accounts, roles, roleTable, bans }),
    invitations: createInvitations({
      database,
      clock,
      audit,
      roleTable,
      addresses: accounts.addresses,
      writeLetter: mail.enqueue,
      signUp: config.accounts.signUp,
      bookUrl,
    }),
    outbox: createOutbox({ database }),
    eventLog: createEventLog({ database }),
    chain: createChain({ database }),
    auditRetention: createRetention({ database, clock, log, audit, ...config.audit }),
    attackWatch: createAttackWatch({ database, clock, audit, mail, log, accountUrl: `${bookUrl}/account` }),
  };
}

export type Administration = ReturnType<typeof joinAdministration>;
