// Keeping somebody out for a while, or until it is lifted. Every sign-in, refresh and claim asks `isBanned`, so a ban
// that names its end needs nobody to lift it. See docs/decisions/040-roles-and-ranks.md.
import { findReader } from "../accounts/queries.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import { type Actor, actedBy } from "../roles/actor.ts";
import { InsufficientRankError } from "../roles/errors.ts";
import type { Person } from "../roles/queries.ts";
import type { BeginStaffAct, StaffAct } from "../roles/staff-acts.ts";
import type { Sessions } from "../sessions/service.ts";
import { isBanned, isBrief } from "./ban.ts";
import { BanEndsInThePastError } from "./errors.ts";
import { updateBan } from "./queries.ts";

export interface BansDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly sessions: Pick<Sessions, "raiseEpoch" | "endAllOf">;
  readonly beginStaffAct: BeginStaffAct;
}

const noBan = { banned: false, banReason: null, banExpires: null, bannedAt: null };

export function createBans(deps: BansDeps) {
  const { database, clock, audit, mail, sessions, beginStaffAct } = deps;

  /** A ban that somebody could not have given is not theirs to shorten, to replace or to lift either. */
  function requireOwnReach(act: StaffAct, now: Date): void {
    const { target } = act;
    if (act.allows("users.ban") || !isBanned(target, now)) return;
    if (target.bannedAt && isBrief({ from: target.bannedAt, until: target.banExpires })) return;
    throw new InsufficientRankError();
  }

  return {
    /**
     * Bans an account, or replaces its ban. Its sessions end at once, at every node, and its owner gets a letter.
     *
     * @param ban.reason - its owner reads it
     * @param ban.until - without it, until somebody lifts it
     * @throws {BanEndsInThePastError} {NoSuchAccountError} {LastAdminError}
     * @throws {InsufficientRankError} the account's role is too high for the actor, or the ban too long
     * @throws {SessionEndedError} {TokenStaleError} the actor has changed meanwhile
     */
    ban: (actor: Actor, userId: string, ban: { reason: string; until?: Date | undefined }): Promise<void> =>
      inTransaction(database, async (trx, afterCommit) => {
        const now = clock.now();
        const until = ban.until ?? null;
        if (until !== null && until <= now) throw new BanEndsInThePastError();
        const act = await beginStaffAct(trx, actor, userId, "users.ban", "users.ban-briefly");
        if (!act.allows("users.ban") && !isBrief({ from: now, until })) throw new InsufficientRankError();
        requireOwnReach(act, now);
        if (act.target.role === "admin") act.requireAnotherAdmin();
        await updateBan(
          trx,
          userId,
          { banned: true, banReason: ban.reason, banExpires: until, bannedAt: now },
          now,
        );
        // The epoch for who is about to sign in, the sessions for who has.
        await sessions.raiseEpoch(trx, afterCommit, userId);
        await sessions.endAllOf(trx, afterCommit, userId);
        await audit.record(trx, {
          kind: "account-banned",
          userId,
          ...actedBy(actor),
          reason: ban.reason,
          before: showBan(act.target, now),
          after: { until: until?.toISOString() ?? null },
        });
        const owner = await findReader(trx, userId);
        if (!owner) return;
        const { email: to, language } = owner;
        await mail.enqueue(trx, {
          kind: "account-banned",
          to,
          language: language ?? "en",
          until,
          reason: ban.reason,
        });
      }),

    /**
     * Lifts a ban before its end; nothing happens where there is none.
     *
     * @throws {InsufficientRankError} also where the ban is longer than the actor may give
     * @throws {NoSuchAccountError} {SessionEndedError} {TokenStaleError}
     */
    lift: (actor: Actor, userId: string, { reason }: { reason?: string | undefined } = {}): Promise<void> =>
      inTransaction(database, async (trx) => {
        const now = clock.now();
        const act = await beginStaffAct(trx, actor, userId, "users.ban", "users.ban-briefly");
        requireOwnReach(act, now);
        if (!isBanned(act.target, now)) return;
        await updateBan(trx, userId, noBan, now);
        await audit.record(trx, {
          kind: "ban-lifted",
          userId,
          ...actedBy(actor),
          reason,
          before: showBan(act.target, now),
        });
      }),
  };
}

export type Bans = ReturnType<typeof createBans>;

function showBan(target: Person, now: Date) {
  if (!isBanned(target, now)) return null;
  return { reason: target.banReason, until: target.banExpires?.toISOString() ?? null };
}
