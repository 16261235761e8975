import { toPreferences } from "../preferences/preferences.ts";
import type { PreferenceTable } from "../preferences/tables.ts";
import type { Role } from "../roles/roles.ts";
import type { Account } from "./schemas.ts";
import type { UserTable } from "./tables.ts";

/** A user's row with the preferences that a join brought along, if there are any. */
export interface ReaderRow {
  readonly userId: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly image: string | null;
  readonly role: Role;
  readonly isAnonymous: boolean;
  readonly twoFactorEnabled: boolean;
  readonly userCreatedAt: UserTable["createdAt"];
  readonly theme: PreferenceTable["theme"] | null;
  readonly language: PreferenceTable["language"] | null;
  readonly notifyProduct: boolean | null;
  readonly notifyReplies: boolean | null;
}

/** The account as its own reader sees it, field by field: a new column shows nowhere by itself. */
export function toAccount(row: ReaderRow): Account {
  return {
    id: row.userId,
    // A guest's address is made up and reaches nobody.
    email: row.isAnonymous ? null : row.email,
    emailVerified: row.emailVerified,
    name: row.name === "" ? null : row.name,
    image: row.image,
    role: row.isAnonymous ? "guest" : row.role,
    guest: row.isAnonymous,
    twoFactor: row.twoFactorEnabled,
    createdAt: row.userCreatedAt.toISOString(),
    preferences: toPreferences(row),
  };
}
