// What the chain is made of. An event has three parts: what always stays, what it says of whom it concerns, and
// where it came from. The last two go into the chain as salted digests, so that each can be erased, with its salt,
// and then neither be read nor guessed, while the hash over the digests holds.
import { createHash } from "node:crypto";
import type { ActorKind, Json } from "./audit.ts";

/** What goes when whom it concerns goes. */
export interface Facts {
  readonly userId: string | null;
  readonly reason: string | null;
  readonly before: Json;
  readonly after: Json;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What goes when whoever acted goes. */
export interface Origin {
  readonly sessionId: string | null;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** What always stays, with the digests of the rest. */
export interface Link {
  /** From 1. */
  readonly position: number;
  readonly id: string;
  readonly kind: string;
  readonly createdAt: Date;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly factsDigest: Uint8Array;
  readonly originDigest: Uint8Array;
}

/** Bytes; nobody guesses an address from its digest without them. */
export const saltBytes = 16;

/** Stands before the first link. */
export const firstHash: Uint8Array = new Uint8Array(32);

export function digestFacts(salt: Uint8Array, { userId, reason, before, after, detail }: Facts): Buffer {
  return digest(salt, ["facts", userId, reason, before, after, detail]);
}

export function digestOrigin(salt: Uint8Array, { sessionId, ipAddress, userAgent }: Origin): Buffer {
  return digest(salt, ["origin", sessionId, ipAddress, userAgent]);
}

export function hashLink(previous: Uint8Array, link: Link): Buffer {
  const { position, id, kind, createdAt, actorKind, actorId, factsDigest, originDigest } = link;
  return digest(previous, [
    position,
    id,
    kind,
    createdAt.toISOString(),
    actorKind,
    actorId,
    toHex(factsDigest),
    toHex(originDigest),
  ]);
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

function digest(before: Uint8Array, value: unknown): Buffer {
  return createHash("sha256").update(before).update(canonical(value)).digest();
}

/** One text for one value, whatever order its keys were stored in. RFC 8785, for what these events hold. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
}
