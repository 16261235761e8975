/** A server secret that has made tokens or keys. It is known by its id; the secret itself is never stored. */
export interface ServerSecretTable {
  id: string;
  /** Derived from the secret, to tell another one under the same id. */
  checkValue: Uint8Array;
  /** No later than this it made a token; written ahead, while a node uses it. */
  mintsUntil: Date;
}
