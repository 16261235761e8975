// What commands do with the database, by themselves or inside the server that has it open.
import type { Terminal } from "@bookplate/messages/terminal";
import { createAddresses } from "../accounts/addresses.ts";
import type { ImportReport } from "../accounts/import/report.ts";
import { createClaimLinks } from "../administrators/claim-links.ts";
import { type AdminOperations, createAdminDesk } from "../administrators/desk.ts";
import type { OperatorActs } from "../administrators/operator-acts.ts";
import { createAudit } from "../audit/audit.ts";
import { verifyChain } from "../audit/verification.ts";
import { canHaveVectors } from "../book/embedding-queries.ts";
import { indexPassages } from "../book/index-passages.ts";
import { readPages } from "../book/pages.ts";
import { type Clock, systemClock } from "../clock.ts";
import type { Config } from "../config/config.ts";
import { type OpenDatabase, openDatabase } from "../database/database.ts";
import { listMigrations, type MigrationState, migrateToLatest } from "../database/migrate.ts";
import { requirePostgresVersion } from "../database/postgres-version.ts";
import { createInvitationDesk } from "../invitations/desk.ts";
import type { InvitationOperations } from "../invitations/requests.ts";
import { createInvitations } from "../invitations/service.ts";
import { createQuotaDesk } from "../limits/quota-desk.ts";
import { createMailDesk, type MailOperations } from "../mail/desk.ts";
import { createWriteLetter } from "../mail/write-letter.ts";
import { createRoleTable } from "../roles/roles.ts";
import { createStaffActs } from "../roles/staff-acts.ts";
import { createSecondFactorPolicy } from "../second-factor/policy.ts";
import type { AuditOperations } from "./audit-operations.ts";
import { type KeyOperations, keyOperations } from "./key-operations.ts";
import type { QuotaOperations } from "./quota-operations.ts";
import type { UserImportRequest } from "./user-requests.ts";

export interface Operations
  extends AdminOperations,
    AuditOperations,
    InvitationOperations,
    KeyOperations,
    MailOperations,
    QuotaOperations {
  migrations(): Promise<MigrationState[]>;
  /** @returns nothing where the directory holds no list of a built book's pages */
  index(directory: string): Promise<{ pages: number; passages: number } | undefined>;
  importUsers(request: UserImportRequest): Promise<ImportReport>;
  /** `vectors`: the search by meaning has, or can be given, the extension that it needs. */
  describe(): Promise<{ description: string; postgres: number; vectors: boolean }>;
}

/** What the server of this process is told, which hears no notification of an embedded database. */
export interface Tell {
  keysChanged(): Promise<void>;
  lettersChanged(): Promise<void>;
  /** What it does itself, because it has to know at once; without it parts are joined for each act. */
  readonly operatorActs?: OperatorActs;
}
const nobody: Tell = { keysChanged: async () => {}, lettersChanged: async () => {} };

export function databaseOperations(
  database: OpenDatabase,
  config: Config,
  { keysChanged, lettersChanged, operatorActs }: Tell = nobody,
  clock: Clock = systemClock,
): Operations {
  const audit = createAudit({ clock });
  const roleTable = createRoleTable(config.roles);
  const desk = createQuotaDesk({
    database: database.db,
    clock,
    audit,
    config: config.quotas,
    roleTable,
    beginActOnReader: createStaffActs({
      clock,
      roleTable,
      secondFactorPolicy: createSecondFactorPolicy(config.secondFactor.requiredFor, roleTable),
    }).beginOnReader,
  });
  const invitations = createInvitations({
    database: database.db,
    clock,
    audit,
    roleTable,
    addresses: createAddresses({ clock }),
    writeLetter: createWriteLetter({ keyring: config.keyring, clock }),
    signUp: config.accounts.signUp,
    bookUrl: config.http.bookUrl,
  });
  return {
    ...keyOperations({ database, keyring: config.keyring, changed: keysChanged }),
    ...createMailDesk({ database: database.db, clock, changed: lettersChanged }),
    ...createInvitationDesk({ invitations, now: clock.now, changed: lettersChanged }),
    ...createAdminDesk({
      database: database.db,
      clock,
      claimLinks: createClaimLinks({
        database: database.db,
        clock,
        audit,
        signUp: config.accounts.signUp,
        bookUrl: config.http.bookUrl,
      }),
      withActs: async (act) =>
        operatorActs
          ? act(operatorActs)
          : (await import("./parts-alone.ts")).withPartsAlone(database, config, act),
      changed: lettersChanged,
      passwordMinimum: config.accounts.passwordMinLength,
    }),
    verifyAudit: (noted) => verifyChain(database.db, noted),
    migrations: () => listMigrations(database.db),
    index: async (directory) => {
      if (!(await readPages(directory))) return undefined;
      await migrateToLatest(database.db);
      return indexPassages(database.db, directory);
    },
    importUsers: async (request) =>
      (await import("./user-operations.ts")).importUsersInto(database.db, config, request),
    quotas: async (request) => {
      if (request.act === "server") return desk.readServer();
      const id = await desk.find(request.reader);
      if (id === undefined) return null;
      const { quotas } = await (request.act === "set"
        ? desk.change(id, request, { kind: "operator" })
        : desk.read(id));
      return quotas;
    },
    describe: async () => ({
      description: database.description,
      postgres: await requirePostgresVersion(database.db),
      vectors: await canHaveVectors(database.db),
    }),
  };
}

export interface ReachedOperations {
  readonly operations: Operations;
  /** Whether a running server does them. */
  readonly byServer: boolean;
  close(): Promise<void>;
}

/**
 * The embedded database belongs to one process: to the running server, which is asked through its socket, or to
 * this one where none runs. Postgres serves both.
 */
export async function reachDatabase(config: Config, { language }: Terminal): Promise<ReachedOperations> {
  if (config.database.kind === "pglite") {
    const { askServer } = await import("./control-client.ts");
    const operations = await askServer(config.dataDirectory, language);
    if (operations) return { operations, byServer: true, close: async () => {} };
  }
  const database = await openDatabase(config.database);
  return { operations: databaseOperations(database, config), byServer: false, close: () => database.close() };
}
