import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { type EmbeddingModel, toVector } from "./embedding-model.ts";
import * as queries from "./embedding-queries.ts";
import { noiseOf, otherQuestions } from "./nearness.ts";

/** Of one request, so that no model refuses it for its length: some thousand tokens. */
const maxTexts = 32;
const maxCharacters = 16_000;

/**
 * Gives a vector to every passage that has none of this model, batch by batch: who is interrupted goes on from there.
 *
 * @param goesOn - asked between two batches
 * @returns whether all have theirs now
 */
export async function embedPassages(
  database: Database,
  model: EmbeddingModel,
  { signal, goesOn }: { signal: AbortSignal; goesOn: () => boolean },
): Promise<boolean> {
  const { name } = model;
  const known = await queries.findModel(database, name);
  // Most times there is nothing to do, and nobody to ask for it.
  if (known && (await queries.findPending(database, { name, ...known }, 1, undefined)).length === 0)
    return true;

  const others = (await model.embed(otherQuestions, signal)).map(toVector);
  const dimensions = others[0]?.dimensions ?? 0;
  let last: string | undefined;
  for (;;) {
    const batch = takeBatch(await queries.findPending(database, { name, dimensions }, maxTexts, last));
    if (batch.length === 0) break;
    if (!goesOn()) return false;
    const embeddings = await model.embed(
      batch.map(({ text }) => text),
      signal,
    );
    const embedded = batch.map(({ id }, place) => ({ id, ...toVector(embeddings[place] ?? []) }));
    // Stored under another length they would be asked for again, without end.
    if (embedded.some((vector) => vector.dimensions !== dimensions))
      throw new Error("The model's vectors differ in length.");
    await inTransaction(database, (trx) => queries.insertEmbeddings(trx, name, embedded));
    last = batch.at(-1)?.id;
  }
  const noise = noiseOf(await queries.findNearest(database, name, others));
  await inTransaction(database, (trx) => queries.putModel(trx, name, { dimensions, noise }));
  return true;
}

function takeBatch(pending: readonly queries.PendingPassage[]): queries.PendingPassage[] {
  let left = maxCharacters;
  const tooMany = pending.findIndex(({ text }, place) => {
    left -= text.length;
    return place > 0 && left < 0;
  });
  return pending.slice(0, tooMany < 0 ? pending.length : tooMany);
}
