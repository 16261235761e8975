import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import type { Principal } from "../sessions/principal.ts";
import type { Device } from "../sessions/service.ts";

/** What one room holds about a reader; every room that holds something declares it beside its tables. */
export interface PersonalData {
  /** Its key in the document. */
  readonly part: string;
  /** In the API's words and times; nothing that could be used to sign in. */
  read(db: Database, userId: string): Promise<unknown>;
}

/**
 * The copy of everything that is held about a reader, for the reader to take along.
 *
 * @see GDPR, articles 15 and 20; OWASP ASVS 5.0, 14.2.5
 */
export function createDataExport(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly personalData: readonly PersonalData[];
}) {
  const { database, clock, audit, personalData } = deps;

  return async function exportData(
    { userId, sessionId }: Pick<Principal, "userId" | "sessionId">,
    { ipAddress, userAgent }: Device,
  ): Promise<Record<string, unknown>> {
    // First: a copy that breaks off has left the house all the same.
    await audit.record(database, { kind: "data-exported", userId, sessionId, ipAddress, userAgent });
    const document: Record<string, unknown> = { exportedAt: clock.now().toISOString() };
    // One after the other: one reader's copy must not take every connection.
    for (const { part, read } of personalData) document[part] = await read(database, userId);
    return document;
  };
}

export type DataExport = ReturnType<typeof createDataExport>;
