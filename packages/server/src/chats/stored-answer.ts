// An answer that another node is writing, followed in the database: as live as it is stored there, twice a second.
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { createLiveAnswer, type LiveAnswer } from "./live-answer.ts";
import { findAnswer } from "./message-queries.ts";
import { isAlive } from "./show.ts";

const lookMs = 500;

export interface StoredAnswerDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
}

/** All readers of one answer at this node share one look. */
export function createStoredAnswers({ database, clock, log }: StoredAnswerDeps) {
  const followed = new Map<string, LiveAnswer>();

  async function look(answer: LiveAnswer): Promise<void> {
    const stored = await findAnswer(database, answer.messageId);
    // What a moderator has hidden is nobody's to read, whenever it was asked for.
    if (!stored || stored.status === "hidden") return answer.end("failed");
    for (const source of stored.sources.slice(answer.sources.length)) answer.addSource(source);
    answer.append(stored.content.slice(answer.content.length));
    if (!isAlive(stored, clock.now())) answer.end(stored.status === "complete" ? "finished" : "failed");
  }

  function keepLooking(answer: LiveAnswer): void {
    const timer = setTimeout(async () => {
      if (answer.hasReaders()) {
        await look(answer).catch((error) => log.warn({ err: error }, "an answer could not be followed yet"));
      }
      if (answer.hasReaders() && !answer.ending) keepLooking(answer);
      else followed.delete(answer.messageId);
    }, lookMs);
    timer.unref();
  }

  return {
    /** Ends when its server has ended it, or has been silent for too long. */
    async follow(messageId: string): Promise<LiveAnswer> {
      const known = followed.get(messageId);
      if (known) return known;
      const answer = createLiveAnswer(messageId);
      followed.set(messageId, answer);
      try {
        await look(answer);
      } catch (error) {
        followed.delete(messageId);
        throw error;
      }
      keepLooking(answer);
      return answer;
    },
  };
}

export type StoredAnswers = ReturnType<typeof createStoredAnswers>;
