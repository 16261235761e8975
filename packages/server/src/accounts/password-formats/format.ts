import { timingSafeEqual } from "node:crypto";

/** A stored hash that has been read: what it costs to check, and the check itself. */
export interface ReadHash {
  /** Hashes of one kind take the same time: the algorithm with its cost parameters, no salt. */
  readonly kind: string;
  /** Slow and synchronous: for the threads that hash, never for the event loop. */
  verify(password: Buffer): boolean;
}

/**
 * One way in which passwords are stored, here or where accounts come from.
 *
 * @returns `undefined`: not this format, or malformed; `too-costly`: checking it would keep a thread, or
 *   memory, for longer than one sign-in may
 */
export type PasswordFormat = (stored: string) => ReadHash | "too-costly" | undefined;

/** The shortest digest that proves anything: 128 bits. An empty one would equal every other. */
export const minDigestBytes = 16;

/** @returns whether both are the same bytes, in a time that tells nothing about where they differ */
export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Base64 in any of the alphabets that stored hashes use: RFC 4648's two, and passlib's with a dot for the plus. */
export function fromBase64(text: string): Buffer {
  return Buffer.from(text.replaceAll(".", "+"), "base64");
}
