import type { Generated } from "kysely";

/** The claim link that counts, if any: one row, which the next link replaces. */
export interface AdminClaimTable {
  onlyOne: Generated<true>;
  keyHash: Buffer;
  createdAt: Date;
  expiresAt: Date;
}
