import { createClaimLinks } from "../administrators/claim-links.ts";
import { countAdministrators } from "../administrators/queries.ts";
import { createAudit } from "../audit/audit.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config/config.ts";
import type { OpenDatabase } from "../database/database.ts";

/** What a start says while nobody administers. */
export interface ClaimNotice {
  /**
   * `null` in production, where what is printed is kept in a log, and from the second start on, which must not end the link
   * of the first: a command prints one.
   */
  readonly url: string | null;
}

/** @returns nothing where somebody administers */
export async function findClaimNotice(
  { db: database }: OpenDatabase,
  { environment, http, accounts }: Config,
  { isNew }: { readonly isNew: boolean },
): Promise<ClaimNotice | undefined> {
  const { administrators } = await countAdministrators(database);
  if (administrators > 0) return undefined;
  if (environment === "production" || !isNew) return { url: null };
  const clock = systemClock;
  const links = createClaimLinks({
    database,
    clock,
    audit: createAudit({ clock }),
    signUp: accounts.signUp,
    bookUrl: http.bookUrl,
  });
  const { url } = await links.make();
  return { url };
}
