import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import type { Jobs } from "../database/jobs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Edition } from "./editions.ts";
import { embedPassages } from "./embed-passages.ts";
import type { EmbeddingModel } from "./embedding-model.ts";
import { findNear, makeEmbeddingTables, type NearPassage } from "./embedding-queries.ts";
import { lockIndex } from "./index-queries.ts";
import { createQuestionEmbeddings } from "./question-embeddings.ts";

export interface EmbeddingsDeps {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly model: EmbeddingModel;
  readonly clock: Clock;
  readonly log: Pick<Logger, "info" | "warn">;
}

/** Each reads every vector: a crowd does without, and finds by words. */
const mostLookUps = 4;
const jobName = "embed-passages";
/** The rest is the next one's. */
const workMs = 5 * 60_000;
/** Who is killed is followed by another after this. */
const lostAfterSeconds = 10 * 60;

/** The search's second half, by meaning: vectors of the passages, and the passages nearest to a question. */
export function createEmbeddings({ database, jobs, model, clock, log }: EmbeddingsDeps) {
  const end = new AbortController();
  const { signal } = end;
  const toQuestionVector = createQuestionEmbeddings({ model, clock, log, signal });
  let possible = false;
  let saidAway = false;
  let lookUps = 0;

  const request = () => inTransaction(database, (trx) => jobs.send(trx, jobName, {}));

  // On one node at a time. Whoever finds the model away is followed by the next in some minutes.
  const kind = {
    name: jobName,
    schedule: "*/5 * * * *",
    oneAtATime: true,
    expireInSeconds: lostAfterSeconds,
  };
  jobs.define(kind, async () => {
    if (!possible || signal.aborted) return;
    const until = clock.now().getTime() + workMs;
    const goesOn = () => !signal.aborted && clock.now().getTime() < until;
    try {
      const done = await embedPassages(database, model, { signal, goesOn });
      saidAway = false;
      if (!done && !signal.aborted) await request();
    } catch (error) {
      if (signal.aborted || saidAway) return;
      saidAway = true;
      const reason = error instanceof Error ? error.message : "unknown";
      log.warn({ reason, model: model.name }, "passages get no embeddings for now; it is tried again");
    }
  });

  return {
    /** Before the jobs start. */
    async start(): Promise<void> {
      possible = await inTransaction(database, async (trx) => {
        await lockIndex(trx);
        return makeEmbeddingTables(trx);
      });
      if (!possible) {
        log.warn("the book is searched by words alone: the database has no extension vector (pgvector)");
      }
    },

    /** After the book was read: new passages have no vectors yet. */
    async afterIndex(): Promise<void> {
      if (possible) await request();
    },

    /**
     * The passages of some editions that are nearest to a question, nearest first; none where the model or the
     * database cannot tell. Never throws.
     *
     * @param editions - nothing: the index has no others
     */
    async findNear(question: string, editions: readonly Edition[] | undefined): Promise<NearPassage[]> {
      if (!possible) return [];
      const vector = await toQuestionVector(question);
      if (!vector || lookUps >= mostLookUps) return [];
      lookUps += 1;
      try {
        return await findNear(database, model.name, vector, editions);
      } catch (error) {
        // Words may still be found: nobody goes without an answer because a vector has another length.
        // Its words only: drivers hang the question's vector on it.
        const reason = error instanceof Error ? error.message : "unknown";
        log.warn({ reason, model: model.name }, "the nearest passages could not be looked up");
        return [];
      } finally {
        lookUps -= 1;
      }
    },

    stop(): void {
      end.abort();
    },
  };
}

export type Embeddings = ReturnType<typeof createEmbeddings>;
