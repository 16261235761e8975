// Stores what has come of all answers that this node is writing, together: two statements a second, however many
// there are.
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import type { Ending, LiveAnswer } from "./live-answer.ts";
import * as queries from "./message-queries.ts";

const tickMs = 500;
/** Far below the time after which a silent answer counts as abandoned. */
const signOfLifeMs = 5_000;
/** Of one statement. */
const mostAnswers = 100;

interface Kept {
  readonly answer: LiveAnswer;
  /** Somebody else has ended it. */
  readonly ended: (how: Exclude<Ending, "finished">) => void;
  storedLength: number;
  storedAt: number;
}

export interface AnswerKeeperDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
}

export function createAnswerKeeper({ database, clock, log }: AnswerKeeperDeps) {
  const now = () => clock.now().getTime();
  const kept = new Map<string, Kept>();
  let timer: NodeJS.Timeout | undefined;
  let storing = false;

  async function store(some: readonly Kept[]): Promise<void> {
    const lengths = some.map(({ answer }) => answer.content.length);
    const stored = await queries.storeRunning(
      database,
      some.map(({ answer: { messageId, content, sources } }) => ({ id: messageId, content, sources })),
      clock.now(),
    );
    for (const [place, one] of some.entries()) {
      if (!stored.has(one.answer.messageId)) {
        const how = await whatBecameOf(database, one.answer.messageId);
        if (how) one.ended(how);
        continue;
      }
      one.storedLength = lengths[place] ?? 0;
      one.storedAt = now();
    }
  }

  async function tick(): Promise<void> {
    if (storing) return;
    storing = true;
    try {
      const due = [...kept.values()].filter(
        ({ answer, storedLength, storedAt }) =>
          answer.content.length > storedLength || now() - storedAt >= signOfLifeMs,
      );
      for (let at = 0; at < due.length; at += mostAnswers) await store(due.slice(at, at + mostAnswers));
    } catch (error) {
      log.warn({ err: error }, "answers could not be stored yet");
    } finally {
      storing = false;
    }
  }

  return {
    /**
     * Stores an answer while it grows, until the returned function is called.
     *
     * @param ended - the reader has stopped it at another node, or its conversation is gone
     */
    keep(answer: LiveAnswer, ended: Kept["ended"]): () => void {
      kept.set(answer.messageId, { answer, ended, storedLength: 0, storedAt: now() });
      timer ??= setInterval(() => void tick(), tickMs);
      return () => {
        kept.delete(answer.messageId);
        if (kept.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

export type AnswerKeeper = ReturnType<typeof createAnswerKeeper>;

/** How somebody else has ended an answer: the reader at another node, or whoever deleted it or gave it up. */
export async function whatBecameOf(
  database: Database,
  messageId: string,
): Promise<Exclude<Ending, "finished"> | undefined> {
  const stored = await queries.findAnswer(database, messageId);
  if (stored?.status === "streaming") return undefined;
  return stored?.status === "complete" ? "stopped" : "failed";
}
