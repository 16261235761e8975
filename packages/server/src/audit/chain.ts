// Every event in one chain of hashes, so that whoever changes, removes or reorders one leaves a trace. A job makes
// it behind the events' backs: were each event chained in its own transaction, every sign-in would wait for the one
// before. See docs/decisions/044.
import { randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import * as queries from "./chain-queries.ts";
import { digestFacts, digestOrigin, hashLink, saltBytes } from "./digests.ts";

/** Events of one transaction: a few milliseconds of hashing. */
const batchSize = 500;

export function createChain({ database }: { database: Database }) {
  /** @returns how many events were chained */
  const chainBatch = (): Promise<number> =>
    inTransaction(database, async (trx) => {
      if (!(await queries.takeChain(trx))) return 0;
      const events = await queries.lockUnchained(trx, batchSize);
      if (events.length === 0) return 0;
      let head = await queries.findHead(trx);
      const links = events.map((event) => {
        const link = linkTo(head, event);
        head = link;
        return link;
      });
      await queries.writeLinks(trx, links);
      return links.length;
    });

  return {
    /**
     * Takes every committed event into the chain, in the order of their ids; one that commits later comes later.
     * At two nodes at once one of them does it.
     *
     * @returns how many
     */
    async append(): Promise<number> {
      for (let chained = 0; ; ) {
        const added = await chainBatch();
        chained += added;
        if (added < batchSize) return chained;
      }
    },
  };
}

function linkTo(head: queries.Head, event: queries.UnchainedEvent): queries.NewLink {
  const factsSalt = randomBytes(saltBytes);
  const originSalt = randomBytes(saltBytes);
  const link = {
    id: event.id,
    position: head.position + 1,
    factsSalt,
    factsDigest: digestFacts(factsSalt, event),
    originSalt,
    originDigest: digestOrigin(originSalt, event),
  };
  return { ...link, hash: hashLink(head.hash, { ...event, ...link }) };
}
