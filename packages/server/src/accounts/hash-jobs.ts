import { hashSync as argon2Hash } from "@node-rs/argon2";
import { hashSync as bcryptHash } from "@node-rs/bcrypt";
import { readPasswordHash } from "./password-formats/formats.ts";

/** How new passwords are stored. */
export type HashAlgorithm =
  | { readonly name: "bcrypt"; readonly cost: number }
  | { readonly name: "argon2id" };

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
export const argon2Costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface HashJob {
  readonly do: "hash";
  readonly password: Uint8Array;
  readonly algorithm: HashAlgorithm;
}
export interface VerifyJob {
  readonly do: "verify";
  readonly password: Uint8Array;
  readonly stored: string;
}

interface Took {
  /** What the work took by itself, without waiting. */
  readonly tookMs: number;
}
export type Hashed = Took & { readonly stored: string };
export type Verified = Took & { readonly right: boolean };

/** Slow and synchronous: done by the threads of `hash-pool.ts`. */
export function performHashJob(job: HashJob | VerifyJob): Hashed | Verified {
  // A message brings bytes, and no Buffer.
  const password = Buffer.from(job.password.buffer, job.password.byteOffset, job.password.byteLength);
  const startedAt = performance.now();
  const took = () => ({ tookMs: performance.now() - startedAt });
  if (job.do === "hash") return { stored: hash(password, job.algorithm), ...took() };
  return { right: verify(password, job.stored), ...took() };
}

function verify(password: Buffer, stored: string): boolean {
  const read = readPasswordHash(stored);
  try {
    return typeof read === "object" && read.verify(password);
  } catch {
    // Well-formed to us and not to the library: such a hash opens for nothing.
    return false;
  }
}

function hash(password: Buffer, algorithm: HashAlgorithm): string {
  // The variant argon2id is the library's own choice.
  return algorithm.name === "bcrypt"
    ? bcryptHash(password, { cost: algorithm.cost })
    : argon2Hash(password, argon2Costs);
}
