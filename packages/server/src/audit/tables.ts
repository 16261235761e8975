import type { JSONColumnType } from "kysely";

export interface SecurityEventTable {
  id: string;
  kind: string;
  userId: string | null;
  sessionId: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  detail: JSONColumnType<Record<string, unknown>, string, string>;
  createdAt: Date;
}
