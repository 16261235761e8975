import type { Logger } from "pino";
import { createAudit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config/config.ts";
import type { OpenDatabase } from "../database/database.ts";
import { createJobs } from "../database/jobs.ts";
import { createNotifications } from "../database/notifications.ts";
import { chooseStore } from "../limits/choose-store.ts";
import { createLimiter } from "../limits/limiter.ts";
import { createMail } from "../mail/mail.ts";
import type { MailTransport } from "../mail/transport.ts";
import type { Mailbox } from "../mail/transports/mailbox.ts";
import { createPreferences } from "../preferences/service.ts";
import { createRoleTable } from "../roles/roles.ts";
import { createSecondFactorPolicy } from "../second-factor/policy.ts";
import { createSecrets } from "../secrets/service.ts";

/** What has been opened before the parts are joined, and is closed after them. */
export interface Opened {
  readonly database: OpenDatabase;
  readonly transport: MailTransport;
  /** Where letters are caught instead of sent. */
  readonly mailbox: Mailbox | undefined;
}

/** What the other rooms stand on: it knows no reader and no chat. */
export function joinFoundation(config: Config, opened: Opened, log: Logger, clock: Clock) {
  const { database, transport, mailbox } = opened;
  const { keyring } = config;

  const sharedCounters = chooseStore(config, { database, clock, log });
  const limiter = createLimiter({ clock, log, enabled: config.limits === "on", shared: sharedCounters });
  const jobs = createJobs(database, log);
  const preferences = createPreferences({ database: database.db, clock });
  const roleTable = createRoleTable(config.roles);

  return {
    config,
    clock,
    log,
    database,
    mailbox,
    sharedCounters,
    limiter,
    jobs,
    notifications: createNotifications(database, log),
    secrets: createSecrets({ database: database.db, keyring, clock }),
    audit: createAudit({ clock }),
    preferences,
    mail: createMail({ database, jobs, keyring, clock, transport, log, config, preferences }),
    roleTable,
    secondFactorPolicy: createSecondFactorPolicy(config.secondFactor.requiredFor, roleTable),
  };
}

export type Foundation = ReturnType<typeof joinFoundation>;
