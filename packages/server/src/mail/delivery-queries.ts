import type { Transaction } from "../database/database.ts";
import { type Delivery, type DeliveryEventTable, deliveries } from "./tables.ts";

export function findRecipient(trx: Transaction, letterId: string) {
  return trx.selectFrom("letter").select("recipient").where("id", "=", letterId).executeTakeFirst();
}

/** @returns whether the event is new */
export async function insertDeliveryEvent(trx: Transaction, event: DeliveryEventTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("deliveryEvent")
    .values(event)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Events may arrive in any order: a weaker word never replaces a stronger one. */
export async function noteDelivery(trx: Transaction, letterId: string, delivery: Delivery): Promise<void> {
  const weaker = deliveries.slice(0, deliveries.indexOf(delivery));
  await trx
    .updateTable("letter")
    .set({ delivery })
    .where("id", "=", letterId)
    .where((eb) => eb.or([eb("delivery", "is", null), eb("delivery", "in", [...weaker, delivery])]))
    .execute();
}
