// What readers say about answers: a thumb for the authors, and reports for the moderators.
import type { Audit } from "../audit/audit.ts";
import { hideMessage, unhideMessage } from "../chats/moderation-queries.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { writeAsOwner } from "../guests/write-as-owner.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import { type Actor, actedBy } from "../roles/actor.ts";
import { uuidv7 } from "../uuid.ts";
import { AnswerNotFoundError, ReportNotFoundError } from "./errors.ts";
import * as queries from "./queries.ts";
import type { Feedback, NewReport, Report, ReportPatch } from "./schemas.ts";

/** On either side of a reported answer: a moderator sees what it was about, and nothing else. */
const neighbours = 2;
/** A report that is closed has been seen; what it shows of a chat goes after this. */
export const closedReportsLastMs = 90 * 24 * 3_600_000;
const purgedAtOnce = 1_000;

/** Somebody with a role. */
export type Moderator = Extract<Actor, { kind: "account" }>;

export function createReports(deps: { database: Database; clock: Clock; audit: Audit }) {
  const { database, clock, audit } = deps;

  /** @throws {AnswerNotFoundError} it is not an answer, or not the reader's */
  const aboutOwnAnswer = <T>(
    readerId: string,
    messageId: string,
    write: (trx: Transaction, answer: { id: string; conversationId: string; ownerId: string }) => Promise<T>,
  ): Promise<T> =>
    writeAsOwner(database, readerId, async (trx, ownerId) => {
      const answer = await queries.findOwnAnswer(trx, ownerId, messageId);
      if (!answer) throw new AnswerNotFoundError();
      return write(trx, { ...answer, ownerId });
    });

  return {
    /**
     * What a reader thinks of an answer of theirs; a second time replaces the first.
     *
     * @throws {AnswerNotFoundError}
     */
    rate: (readerId: string, messageId: string, { rating, comment }: Feedback): Promise<void> =>
      aboutOwnAnswer(readerId, messageId, (trx) =>
        queries.upsertFeedback(trx, { messageId, rating, comment: comment || null, createdAt: clock.now() }),
      ),

    /** @throws {AnswerNotFoundError} */
    unrate: (readerId: string, messageId: string): Promise<void> =>
      aboutOwnAnswer(readerId, messageId, (trx) => queries.deleteFeedback(trx, messageId)),

    /**
     * Lays an answer before the moderators, with the messages around it as they are now: what the reader deletes
     * later stays in the report until that goes.
     *
     * @returns the report's id; one of the same answer that is there already is open again, with the new words
     * @throws {AnswerNotFoundError}
     */
    report: (readerId: string, messageId: string, { reason, comment }: NewReport): Promise<{ id: string }> =>
      aboutOwnAnswer(readerId, messageId, async (trx, answer) => {
        const at = clock.now();
        const messages = await queries.findExcerpt(trx, answer, neighbours);
        const id = await queries.insertReport(trx, {
          id: uuidv7(),
          ownerId: answer.ownerId,
          messageId,
          reason,
          comment: comment || null,
          excerpt: JSON.stringify({ reported: messageId, messages }),
          status: "open",
          action: "none",
          note: null,
          createdAt: at,
          updatedAt: at,
        });
        return { id };
      }),

    /** For moderators, oldest first. */
    async list(status: Report["status"] | undefined, { limit, cursor }: PageRequest): Promise<Page<Report>> {
      const after = cursor === undefined ? undefined : readIdCursor(cursor);
      const rows = await queries.findReports(database, { status, after, limit: limit + 1 });
      return toPage(rows, limit, showReport, ({ id }) => writeCursor(id));
    },

    /**
     * A moderator's decision. Hiding and showing act on the message at once, and are told to its owner.
     *
     * @throws {ReportNotFoundError}
     */
    handle: (moderator: Moderator, id: string, { status, action, note }: ReportPatch): Promise<Report> =>
      inTransaction(database, async (trx) => {
        const report = await queries.lockReport(trx, id);
        if (!report) throw new ReportNotFoundError();
        const at = clock.now();
        const { messageId, ownerId } = report;
        const changed =
          action !== "none" &&
          messageId !== null &&
          (await (action === "hide" ? hideMessage : unhideMessage)(trx, messageId, at));
        await queries.updateReport(trx, id, {
          status,
          updatedAt: at,
          ...(action !== "none" && { action }),
          ...(note !== undefined && { note: note || null }),
        });
        await audit.record(trx, {
          kind: "report-handled",
          userId: moderator.userId,
          ...actedBy(moderator),
          before: { status: report.status },
          after: { status },
          detail: { reportId: id, status, action },
        });
        if (changed) {
          const kind = action === "hide" ? "answer-hidden" : "answer-shown";
          await audit.record(trx, { kind, userId: ownerId, ...actedBy(moderator), detail: { messageId } });
        }
        return showReport(await queries.findReport(trx, id));
      }),

    /** Removes what was closed long ago. */
    async purge(): Promise<void> {
      const before = new Date(clock.now().getTime() - closedReportsLastMs);
      while ((await queries.deleteClosed(database, { before, limit: purgedAtOnce })) === purgedAtOnce);
    },
  };
}

export type Reports = ReturnType<typeof createReports>;

function showReport(row: queries.ReportRow): Report {
  const { id, status, reason, comment, excerpt, messageStatus, action, note, createdAt, updatedAt } = row;
  return {
    id,
    status,
    reason,
    comment,
    messages: excerpt.messages.map(({ id, role, content, createdAt }) => ({ id, role, content, createdAt })),
    reportedMessageId: excerpt.reported,
    messageStatus: messageStatus === null ? "deleted" : messageStatus === "hidden" ? "hidden" : "shown",
    action,
    note,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
