// The answers that this node is writing, and how they are ended from any node.
import type { AnswerRequest } from "../answers/answers.ts";
import type { Transaction } from "../database/database.ts";
import type { Notifications } from "../database/notifications.ts";
import { inTransaction } from "../database/transaction.ts";
import { createAnswerKeeper } from "./answer-keeper.ts";
import { type AnswerWriter, type AnswerWriterDeps, writeAnswer } from "./answer-writer.ts";
import { createLiveAnswer, type LiveAnswer } from "./live-answer.ts";
import * as queries from "./message-queries.ts";

export interface RunningAnswersDeps extends Omit<AnswerWriterDeps, "keeper"> {
  readonly notifications: Pick<Notifications, "subscribe" | "send">;
}

interface Running extends AnswerWriter {
  readonly answer: LiveAnswer;
  readonly conversationId: string;
}

const topic = "answer";
/** A node that does not end an answer within this does not live, or does not hear. */
const stopWaitMs = 2_000;
const lookMs = 100;

export function createRunningAnswers(deps: RunningAnswersDeps) {
  const { database, clock, notifications } = deps;
  const keeper = createAnswerKeeper(deps);
  const running = new Map<string, Running>();

  /** @param name - of an answer, or of a conversation that was deleted */
  const endHere = (name: string) => {
    running.get(name)?.end("stopped");
    for (const one of running.values()) if (one.conversationId === name) one.end("failed");
  };
  // What is missed is noticed with the next text that cannot be stored.
  notifications.subscribe(topic, { message: endHere, catchUp: async () => {} });

  const isWritten = async (messageId: string) =>
    (await queries.findAnswer(database, messageId))?.status !== "streaming";

  return {
    find: (messageId: string): LiveAnswer | undefined => running.get(messageId)?.answer,

    begin(
      { messageId, conversationId }: { messageId: string; conversationId: string },
      request: Omit<AnswerRequest, "signal" | "messageId">,
    ): LiveAnswer {
      const answer = createLiveAnswer(messageId);
      const writer = writeAnswer({ ...deps, keeper }, answer, request);
      running.set(messageId, { ...writer, answer, conversationId });
      void writer.done.finally(() => running.delete(messageId));
      return answer;
    },

    /** Ends an answer at whichever node it is written, keeps what came of it, and waits until that is stored. */
    async stop(messageId: string): Promise<void> {
      const here = running.get(messageId);
      if (here) {
        here.end("stopped");
        return here.done;
      }
      await inTransaction(database, (trx) => notifications.send(trx, topic, messageId));
      for (let waitedMs = 0; waitedMs < stopWaitMs; waitedMs += lookMs) {
        if (await isWritten(messageId)) return;
        await new Promise((resolve) => setTimeout(resolve, lookMs));
      }
      await queries.completeAnswer(database, messageId, clock.now());
    },

    /** With the deletion of a conversation: nobody waits for what is being written to it. */
    async drop(trx: Transaction, conversationId: string): Promise<void> {
      await notifications.send(trx, topic, conversationId);
    },

    /** What `drop` does at this node, after the commit. */
    dropHere: endHere,

    /** Waits for the answers that are being written, then stores the others as far as they have come. */
    async close(graceMs: number): Promise<void> {
      const done = () => Promise.all([...running.values()].map((one) => one.done));
      await within(graceMs, done());
      for (const one of running.values()) one.end("failed");
      await within(graceMs, done());
    },
  };
}

export type RunningAnswers = ReturnType<typeof createRunningAnswers>;

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
