import { sql } from "kysely";
import { createAudit, type SecurityEvent } from "../../src/audit/audit.ts";
import { createChain } from "../../src/audit/chain.ts";
import { eraseEventsOf } from "../../src/audit/erasure.ts";
import { createRetention } from "../../src/audit/retention.ts";
import { verifyChain } from "../../src/audit/verification.ts";
import type { OpenDatabase } from "../../src/database/database.ts";
import { uuidv7 } from "../../src/uuid.ts";
import type { TestClock } from "./clock.ts";

/** Events and their chain on a database, without a server. */
export function createEvents({ db }: Pick<OpenDatabase, "db">, clock: TestClock, retentionMs = 0) {
  const audit = createAudit({ clock });
  const record = (event: Partial<SecurityEvent> & Pick<SecurityEvent, "userId">) =>
    audit.record(db, { kind: "signed-in", ipAddress: "203.0.113.7", userAgent: "Firefox", ...event });

  return {
    audit,
    record,
    chain: createChain({ database: db }),
    retention: createRetention({ database: db, clock, log: { info: () => {} }, audit, retentionMs }),
    verify: (noted?: Parameters<typeof verifyChain>[1]) => verifyChain(db, noted),

    /** @returns the id of somebody who has an account and nothing else */
    async addUser(): Promise<string> {
      const id = uuidv7();
      await sql`insert into "user" (id, name, email, email_verified, is_anonymous, created_at, updated_at)
        values (${id}::uuid, 'Alice', ${`${id}@example.org`}, true, false, now(), now())`.execute(db);
      return id;
    },

    /** As the deletion of an account does it. */
    deleteUser: (id: string) =>
      db.transaction().execute(async (trx) => {
        await eraseEventsOf(trx, audit, [id], "account-deleted");
        await trx.deleteFrom("user").where("id", "=", id).execute();
      }),
  };
}

export type TestEvents = ReturnType<typeof createEvents>;
