import type { ColumnType, JSONColumnType } from "kysely";
import type { ActorKind, Json, SecurityEventKind } from "./audit.ts";

type JsonColumn = ColumnType<Json, string | null, string | null>;
/** Written by the chain alone. */
type ChainColumn<T> = ColumnType<T | null, undefined, T | null>;

export interface SecurityEventTable {
  id: string;
  kind: SecurityEventKind;
  userId: string | null;
  actorKind: ActorKind;
  actorId: string | null;
  sessionId: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  reason: string | null;
  before: JsonColumn;
  after: JsonColumn;
  detail: JSONColumnType<Record<string, unknown>, string, string>;
  createdAt: Date;
  /** From 1; `null` until the chain has taken the event. An int8 comes as text from one driver. */
  position: ColumnType<string | number | null, undefined, number | null>;
  factsSalt: ChainColumn<Uint8Array>;
  factsDigest: ChainColumn<Uint8Array>;
  originSalt: ChainColumn<Uint8Array>;
  originDigest: ChainColumn<Uint8Array>;
  hash: ChainColumn<Uint8Array>;
  /** The event that says why this one has lost something. */
  erasedWith: ChainColumn<string>;
}
