// What an operator does with the outbox, in the server or beside it.
import { normalizeEmail } from "../accounts/email.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { type AnnouncementReport, type AnnouncementText, createAnnouncementDesk } from "./announcements.ts";
import * as queries from "./desk-queries.ts";
import { createSuppression } from "./suppression.ts";
import type { Delivery } from "./tables.ts";

const listed = 100;

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
  const suppression = createSuppression({ database, clock });
  const announcements = createAnnouncementDesk({ database, clock });

  return {
    async listLetters({ only, to }) {
      const found = await queries.listLetters(
        database,
        { only, to: to === undefined ? undefined : normalizeEmail(to) },
        listed,
      );
      return found.map(({ recipient, createdAt, nextAttemptAt, sentAt, lastError, ...letter }) => ({
        ...letter,
        to: recipient,
        reason: lastError,
        writtenAt: createdAt.toISOString(),
        nextAttemptAt: letter.state === "queued" ? nextAttemptAt.toISOString() : null,
        sentAt: sentAt?.toISOString() ?? null,
      }));
    },
    async retryLetters(id) {
      const count = await queries.requeueFailed(database, id);
      if (count > 0) await changed();
      return count;
    },
    listSuppressed: async () =>
      (await suppression.list()).map(({ email, reason, endsAt }) => ({
        address: email,
        reason,
        until: endsAt.toISOString(),
      })),
    unsuppress: (address) => suppression.lift(normalizeEmail(address)),
    async announce(announcement, dryRun) {
      if (dryRun) return announcements.look(announcement);
      const report = await announcements.announce(announcement);
      await changed();
      return report;
    },
  };
}
