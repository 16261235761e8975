// What an operator does with the outbox, in the server or beside it.
import { normalizeEmail } from "../accounts/email.ts";
import { createAudit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { findUserIdByEmail } from "../limits/quota-queries.ts";
import { type AnnouncementReport, type AnnouncementText, createAnnouncementDesk } from "./announcements.ts";
import * as queries from "./desk-queries.ts";
import { createSuppression } from "./suppression.ts";
import type { Delivery } from "./tables.ts";

const listed = 100;
const actor = { kind: "operator" } as const;

/** A letter of the outbox, without what it says; moments in ISO 8601. */
export interface LetterReport {
  readonly id: string;
  readonly to: string;
  readonly kind: string;
  readonly state: "queued" | "sent" | "failed" | "suppressed";
  readonly attempts: number;
  /** Codes of the mail server, or why it was not sent at all. */
  readonly reason: string | null;
  readonly writtenAt: string;
  readonly nextAttemptAt: string | null;
  readonly sentAt: string | null;
  readonly sentBy: string | null;
  readonly delivery: Delivery | null;
}

/** An address that no letter goes to until a moment in ISO 8601. */
export interface SuppressionReport {
  readonly address: string;
  readonly reason: "bounced" | "complained" | "unreachable";
  readonly until: string;
}

export interface MailOperations {
  /** The newest hundred. */
  listLetters(filter: queries.LetterFilter): Promise<LetterReport[]>;
  /** @param id - of one; without it all that were given up @returns how many go out again */
  retryLetters(id: string | undefined): Promise<number>;
  listSuppressed(): Promise<SuppressionReport[]>;
  /** @returns whether the address was suppressed */
  unsuppress(address: string): Promise<boolean>;
  /** @param dryRun - only says what would happen */
  announce(announcement: AnnouncementText, dryRun: boolean): Promise<AnnouncementReport>;
}

/** @param changed - makes the server of this process look at once; another one looks within a minute */
export function createMailDesk({
  database,
  clock,
  changed,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly changed: () => Promise<void>;
}): MailOperations {
  const audit = createAudit({ clock });
  const suppression = createSuppression({ database, clock });
  const announcements = createAnnouncementDesk({ database, clock });

  return {
    async listLetters({ only, to }) {
      const found = await queries.listLetters(
        database,
        { only, to: to === undefined ? undefined : normalizeEmail(to) },
        listed,
      );
      return found.map(reportLetter);
    },
    async retryLetters(id) {
      const count = await inTransaction(database, async (trx) => {
        const queued = await queries.requeueFailed(trx, id);
        const detail = { letters: queued, ...(id !== undefined && { letterId: id }) };
        if (queued > 0) await audit.record(trx, { kind: "letters-retried", userId: null, actor, detail });
        return queued;
      });
      if (count > 0) await changed();
      return count;
    },
    listSuppressed: async () =>
      (await suppression.list()).map(({ email, reason, endsAt }) => ({
        address: email,
        reason,
        until: endsAt.toISOString(),
      })),
    unsuppress: (address) =>
      inTransaction(database, async (trx) => {
        const email = normalizeEmail(address);
        const lifted = await suppression.lift(trx, email);
        // Whose it is, if it is an account's; never the address, which nobody could erase from an event of nobody's.
        const userId = lifted ? ((await findUserIdByEmail(trx, email)) ?? null) : null;
        if (lifted) await audit.record(trx, { kind: "suppression-lifted", userId, actor });
        return lifted;
      }),
    async announce(announcement, dryRun) {
      if (dryRun) return announcements.look(announcement);
      const report = await announcements.announce(announcement);
      await changed();
      return report;
    },
  };
}

/** A letter of the outbox as operators see it. */
export function reportLetter({
  recipient,
  createdAt,
  nextAttemptAt,
  sentAt,
  lastError,
  ...letter
}: queries.LetterRow): LetterReport {
  return {
    ...letter,
    to: recipient,
    reason: lastError,
    writtenAt: createdAt.toISOString(),
    nextAttemptAt: letter.state === "queued" ? nextAttemptAt.toISOString() : null,
    sentAt: sentAt?.toISOString() ?? null,
  };
}
