import type { JSONColumnType } from "kysely";
import type { SecurityEventKind } from "./audit.ts";

export interface SecurityEventTable {
  id: string;
  kind: SecurityEventKind;
  userId: string | null;
  sessionId: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  detail: JSONColumnType<Record<string, unknown>, string, string>;
  createdAt: Date;
}
