import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";

export const heldThings = [
  "signing-keys",
  "second-factors",
  "letters",
  "codes",
  "passwords",
  "sessions",
] as const;
export type HeldThing = (typeof heldThings)[number];

export interface Held {
  readonly thing: HeldThing;
  readonly count: number;
}

/** A secret, as far as the database knows it. */
export interface UsedSecret {
  readonly id: string;
  /** It made nothing after this. */
  readonly mintsUntil: Date;
}

/** What one room keeps that cannot be used without the secret it was made under. */
export interface Holding {
  readonly thing: HeldThing;
  /** How many of them need this secret. */
  count(db: Database, secret: UsedSecret, now: Date): Promise<number>;
  /**
   * Makes them anew under the first secret, where that is possible without their owners. May run beside the server
   * and beside itself; what another one changed meanwhile is left alone.
   *
   * @returns how many were moved
   */
  move?(db: Database, keyring: Keyring): Promise<number>;
  /** Deletes those that can be made anew, because their secret is lost. */
  drop?(db: Database, secretId: string): Promise<void>;
}
