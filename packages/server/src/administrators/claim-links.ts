// A link that makes whoever follows it an administrator. Whoever runs the server can print one; nobody becomes an
// administrator by registering first, and there is no default account. See docs/decisions/041-first-administrator.md.
import { randomBytes } from "node:crypto";
import { hashToken } from "../accounts/secrets.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { SignUpMode } from "../config/config.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { plainRole } from "../invitations/inviters.ts";
import { deleteOpenByToken, insertInvitation } from "../invitations/queries.ts";
import { uuidv7 } from "../uuid.ts";
import { replaceClaim } from "./claim-queries.ts";

const minuteMs = 60_000;
const claimLinkLastsMs = 30 * minuteMs;

/** 192 bits, half as many again as OWASP ASVS 5.0, 7.2.3 asks for: so the whole link fits a line of 80 columns. */
const keyBytes = 24;

export interface ClaimLink {
  /** The page that claims, with the key where no server and no log sees it. */
  readonly url: string;
  readonly expiresAt: Date;
}

export function createClaimLinks(deps: {
  database: Database;
  clock: Clock;
  audit: Audit;
  signUp: SignUpMode;
  bookUrl: string;
}) {
  return {
    /**
     * Makes the link that counts from now on; one that was made before counts no more. Where not everybody may sign up,
     * it makes one account as well, for whoever has none to claim with.
     */
    async make(): Promise<ClaimLink> {
      const key = randomBytes(keyBytes).toString("base64url");
      const createdAt = deps.clock.now();
      const expiresAt = new Date(createdAt.getTime() + claimLinkLastsMs);
      await inTransaction(deps.database, async (trx) => {
        const keyHash = hashToken(key);
        const earlier = await replaceClaim(trx, { keyHash, createdAt, expiresAt });
        if (earlier) await deleteOpenByToken(trx, earlier);
        if (deps.signUp.mode !== "open") {
          await insertInvitation(trx, {
            id: uuidv7(),
            tokenHash: keyHash,
            email: null,
            role: plainRole,
            invitedBy: null,
            createdAt,
            expiresAt,
            acceptedAt: null,
            acceptedBy: null,
          });
        }
        await deps.audit.record(trx, {
          kind: "admin-link-made",
          userId: null,
          actor: { kind: "operator" },
        });
      });
      return { url: `${deps.bookUrl}/console/claim#k=${key}`, expiresAt };
    },
  };
}

export type ClaimLinks = ReturnType<typeof createClaimLinks>;
