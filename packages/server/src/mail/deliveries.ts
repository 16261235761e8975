// What became of letters after they were handed over, as the provider reports it.
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import * as queries from "./delivery-queries.ts";
import type { Suppression } from "./suppression.ts";
import type { Delivery, SuppressedAddressTable } from "./tables.ts";

/** A provider's report about one letter. */
export interface DeliveryReport {
  /** The provider's name of the report: it may come more than once. */
  readonly eventId: string;
  readonly letterId: string;
  readonly delivery: Delivery;
  readonly at: Date;
  /** Why no letter is to go to the letter's recipient for a while. */
  readonly suppress: SuppressedAddressTable["reason"] | undefined;
}

export function createDeliveries(deps: { readonly database: Database; readonly suppression: Suppression }) {
  const { database, suppression } = deps;

  return {
    /** Notes a report once. One about a letter that is not ours, or long gone, is passed over. */
    async note({ eventId, letterId, delivery, at, suppress }: DeliveryReport): Promise<void> {
      await inTransaction(database, async (trx) => {
        const letter = await queries.findRecipient(trx, letterId);
        if (!letter) return;
        if (!(await queries.insertDeliveryEvent(trx, { id: eventId, letterId, kind: delivery, at }))) return;
        await queries.noteDelivery(trx, letterId, delivery);
        if (suppress) await suppression.add(trx, letter.recipient, suppress);
      });
    },
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;
