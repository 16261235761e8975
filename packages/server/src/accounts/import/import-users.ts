// Accounts of another system become accounts here, with the hashes of their passwords, which are checked as that
// system did until their owners sign in once. See docs/decisions/024-passwords-in-threads-of-their-own.md.
import type { Audit } from "../../audit/audit.ts";
import type { Identities } from "../../better-auth/identities.ts";
import type { Clock } from "../../clock.ts";
import type { Database, Transaction } from "../../database/database.ts";
import { inTransaction } from "../../database/transaction.ts";
import type { Addresses } from "../addresses.ts";
import { deletePendingOf } from "../pending-queries.ts";
import { lockEmail } from "../queries.ts";
import type { ImportedUser } from "./imported-user.ts";
import type { ImportRefusal, ImportReport } from "./report.ts";
import { type ReadingOptions, readRecord } from "./sources.ts";
import { readUserFile } from "./user-file.ts";

/** Accounts of one transaction: few enough that others who use an embedded database hardly wait. */
const batchSize = 50;
/** A report is read by a person; the rest is counted. */
const maxReported = 1_000;

export interface ImportRequest extends ReadingOptions {
  readonly file: string;
  /** Everything is read and looked up, nothing is written. */
  readonly dryRun: boolean;
}

export interface ImportDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly identities: Identities;
  readonly addresses: Addresses;
  readonly audit: Audit;
}

export function createUserImport({ database, clock, identities, addresses, audit }: ImportDeps) {
  async function createUser(trx: Transaction, user: ImportedUser): Promise<void> {
    const { email, name, emailVerified, passwordHash } = user;
    const now = clock.now();
    const at = user.createdAt !== undefined && user.createdAt < now ? user.createdAt : now;
    // Whoever registers an address here has not proven it yet; the account that comes from elsewhere stands.
    await deletePendingOf(trx, email);
    const userId = await identities.createUser(trx, { email, name, emailVerified, at });
    if (passwordHash !== undefined) await identities.createCredential(trx, userId, passwordHash);
    await audit.record(trx, { kind: "account-imported", userId, actor: { kind: "operator" } });
  }

  /** Each account is imported or there already: in one transaction, and as often as somebody likes. */
  async function importBatch(users: readonly ImportedUser[], dryRun: boolean, report: ImportReport) {
    // In one order everywhere, so that two imports wait for each other instead of for ever.
    const inOrder = users.toSorted((one, other) => (one.email < other.email ? -1 : 1));
    const created = await inTransaction(database, async (trx) => {
      const fresh: ImportedUser[] = [];
      for (const user of inOrder) {
        if (!dryRun) await lockEmail(trx, user.email);
        const seen = fresh.some(({ email }) => email === user.email);
        if (seen || (await addresses.isTaken(trx, user.email))) continue;
        fresh.push(user);
        if (!dryRun) await createUser(trx, user);
      }
      return fresh;
    });
    report.imported += created.length;
    report.alreadyThere += users.length - created.length;
    report.withoutPassword += created.filter(({ passwordHash }) => passwordHash === undefined).length;
    report.unverified += created.filter(({ emailVerified }) => !emailVerified).length;
  }

  return {
    /**
     * Reads a file once, in as little memory for a million accounts as for one.
     *
     * @throws the system's error where the file cannot be read
     */
    async importUsers({ file, dryRun, ...options }: ImportRequest): Promise<ImportReport> {
      const report: ImportReport = {
        imported: 0,
        alreadyThere: 0,
        refused: 0,
        withoutPassword: 0,
        unverified: 0,
        refusals: [],
      };
      const refuse = (line: number, reason: ImportRefusal) => {
        report.refused += 1;
        if (report.refusals.length < maxReported) report.refusals.push({ line, reason });
      };
      let batch: ImportedUser[] = [];
      for await (const record of readUserFile(file)) {
        const user =
          "refusal" in record ? record.refusal : readRecord(record.fields, { ...options, ...record });
        if (typeof user === "string") refuse(record.line, user);
        else batch.push(user);
        if (batch.length < batchSize) continue;
        await importBatch(batch, dryRun, report);
        batch = [];
      }
      if (batch.length > 0) await importBatch(batch, dryRun, report);
      return report;
    },
  };
}
