import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import * as queries from "./queries.ts";

/** Every kind of event; readers see a sentence for each in their activity. */
export const securityEventKinds = [
  "account-imported",
  "account-verified",
  "answer-hidden",
  "answer-shown",
  "device-signed-out",
  "email-change-requested",
  "email-change-undone",
  "email-changed",
  "guest-merged",
  "guest-promoted",
  "other-devices-signed-out",
  "passkey-added",
  "passkey-removed",
  "password-changed",
  "password-reset",
  "provider-linked",
  "provider-unlinked",
  "quota-changed",
  "recovery-code-used",
  "recovery-codes-renewed",
  "refresh-fast-forward",
  "refresh-recovered",
  "refresh-reused",
  "report-handled",
  "second-factor-guessed",
  "second-factor-off",
  "second-factor-on",
  "signed-in",
  "signed-out",
  "stepped-up",
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];

export interface SecurityEvent {
  readonly kind: SecurityEventKind;
  readonly userId: string | null;
  readonly sessionId?: string | null | undefined;
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** What happened, appended in the transaction of what happened. */
export function createAudit(deps: { clock: Clock }) {
  return {
    async record(db: Database | Transaction, event: SecurityEvent): Promise<void> {
      await queries.insertEvent(db, {
        id: uuidv7(),
        kind: event.kind,
        userId: event.userId,
        sessionId: event.sessionId ?? null,
        ipAddress: event.ipAddress ?? null,
        userAgent: event.userAgent ?? null,
        detail: JSON.stringify(event.detail ?? {}),
        createdAt: deps.clock.now(),
      });
    },
  };
}

export type Audit = ReturnType<typeof createAudit>;
