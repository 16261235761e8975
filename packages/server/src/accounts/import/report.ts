/** Where a file of accounts comes from. */
export const importFormats = ["auto", "passlib", "django", "auth0", "firebase"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Why a record does not become an account. */
export const importRefusals = [
  "not-json",
  "not-csv",
  "email-missing",
  "email-invalid",
  "hash-unknown",
  "hash-too-costly",
  "firebase-parameters-missing",
  "blocked",
] as const;
export type ImportRefusal = (typeof importRefusals)[number];

export interface ImportReport {
  imported: number;
  /** Their address has an account, or is kept for one; nothing about it was changed. */
  alreadyThere: number;
  refused: number;
  /** Of those imported. */
  withoutPassword: number;
  /** Of those imported: their owners prove the address when they sign in. */
  unverified: number;
  /** The first thousand, in the order of the file. */
  refusals: { line: number; reason: ImportRefusal }[];
}
