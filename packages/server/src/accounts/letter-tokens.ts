// What letters carry: a token in their link, and where a window waits for it a code of eight digits. For
// one purpose, one owner, one address, one use. See docs/decisions/025; OWASP ASVS 5.0, 6.6.2, 6.6.3, 7.2.3.
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database, Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import * as queries from "./letter-token-queries.ts";
import { hashToken, newCode, newToken } from "./secrets.ts";
import type { LetterPurpose } from "./tables.ts";

const revocable: readonly LetterPurpose[] = [
  "verify-user",
  "reset-password",
  "change-email",
  "magic-link",
  "step-up",
];

/** A resend adds a token and voids none, so that nobody else's request ends yours; five are enough. */
const maxLive = 5;
const maxWrongCodes = 5;

export interface NewLetterToken extends queries.TokenOwner {
  readonly purpose: LetterPurpose;
  readonly linkLifetimeMs: number;
  /** What is to be known when the token comes back. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface NewLetterCode extends NewLetterToken {
  readonly codeLifetimeMs: number;
  /** The code counts for whoever knows this alone; without it, for the owner. */
  readonly requestId?: string | undefined;
  /** The same for whoever has kept only the hash of it, as a job has. */
  readonly requestHash?: Buffer | undefined;
}

export type LetterToken = NonNullable<Awaited<ReturnType<typeof queries.findToken>>>;

/** A code, and what the letter was asked for with, or whose it is. */
export type TypedCode = { readonly purpose: LetterPurpose; readonly code: string } & (
  | { readonly requestId: string }
  | { readonly ownerId: string }
);

export function createLetterTokens(deps: { database: Database; clock: Clock; keyring: Keyring }) {
  const { clock, keyring } = deps;

  /** Keyed, because eight digits could be found from a bare hash by trying them all. */
  const codeText = (owner: Buffer | string, code: string) =>
    `${typeof owner === "string" ? owner : owner.toString("base64url")}/${code}`;

  async function write(trx: Transaction, wanted: NewLetterCode): Promise<{ token: string; code: string }>;
  async function write(trx: Transaction, wanted: NewLetterToken): Promise<{ token: string }>;
  async function write(trx: Transaction, wanted: NewLetterToken | NewLetterCode) {
    const { purpose, email, userId, pendingRegistrationId, detail = {} } = wanted;
    const now = clock.now();
    const after = (ms: number) => new Date(now.getTime() + ms);
    const token = newToken();
    const withCode = "codeLifetimeMs" in wanted ? wanted : undefined;
    const { requestId, requestHash = requestId === undefined ? null : hashToken(requestId) } = withCode ?? {};
    const code = withCode && newCode();
    await queries.insertToken(trx, {
      id: uuidv7(),
      purpose,
      tokenHash: hashToken(token),
      codeHash: code
        ? keyring.mac("letter-code", codeText(requestHash ?? userId ?? pendingRegistrationId ?? email, code))
        : null,
      codeExpiresAt: withCode ? after(withCode.codeLifetimeMs) : null,
      requestHash,
      email,
      pendingRegistrationId: pendingRegistrationId ?? null,
      userId: userId ?? null,
      detail: JSON.stringify(detail),
      createdAt: now,
      expiresAt: after(wanted.linkLifetimeMs),
    });
    return code ? { token, code } : { token };
  }

  async function issue(
    trx: Transaction,
    wanted: NewLetterCode,
  ): Promise<{ token: string; code: string } | undefined>;
  async function issue(trx: Transaction, wanted: NewLetterToken): Promise<{ token: string } | undefined>;
  async function issue(trx: Transaction, wanted: NewLetterToken) {
    const { purpose } = wanted;
    const live = await queries.countLive(trx, wanted, { purpose, now: clock.now() });
    return live < maxLive ? write(trx, wanted) : undefined;
  }

  return {
    /**
     * A new token for a letter, and a code where its lifetime says so. The caller holds the lock on the address.
     *
     * @returns `undefined` when its owner has five that live for this purpose: then no letter goes out
     */
    issue,

    /** A token that nobody else can ask for, so that there need not be an end to it: the way back of a change. */
    issueUncapped: (trx: Transaction, wanted: NewLetterToken): Promise<{ token: string }> =>
      write(trx, wanted),

    /**
     * Where nobody has the address: what {@link issue} would write, so that trying codes is the same work there. Its
     * code and token are told to nobody.
     */
    async issueDecoy(trx: Transaction, wanted: NewLetterCode): Promise<void> {
      await issue(trx, { ...wanted, linkLifetimeMs: wanted.codeLifetimeMs });
    },

    /** @returns what an unused, unexpired token of one of these purposes stands for */
    findByToken(
      db: Database | Transaction,
      purposes: LetterPurpose | readonly LetterPurpose[],
      token: string,
    ): Promise<LetterToken | undefined> {
      const wanted = typeof purposes === "string" ? [purposes] : purposes;
      return queries.findToken(db, { purposes: wanted, tokenHash: hashToken(token), now: clock.now() });
    },

    /**
     * What a code stands for. A wrong one counts, and the fifth burns the codes of that request or owner; their
     * links stay good.
     *
     * @param db - outside of any transaction, so that the count stays when the request is refused
     */
    findByCode(db: Database, typed: TypedCode): Promise<LetterToken | undefined> {
      const owner =
        "requestId" in typed ? { requestHash: hashToken(typed.requestId) } : { ownerId: typed.ownerId };
      const text = codeText("requestHash" in owner ? owner.requestHash : owner.ownerId, typed.code);
      return queries.tryCode(db, {
        purpose: typed.purpose,
        owner,
        codeHashes: keyring.macs("letter-code", text),
        maxWrong: maxWrongCodes,
        now: clock.now(),
      });
    },

    /** Uses a token up, for one of all who try at once. @returns whether this caller was the one */
    consume: (trx: Transaction, id: string): Promise<boolean> => queries.consumeToken(trx, id, clock.now()),

    /** Ends what a user's letters could still be used for; but the way back to an earlier address stays open. */
    revokeAll: (trx: Transaction, userId: string): Promise<void> =>
      queries.deleteOfUser(trx, userId, revocable),

    /** A way back that was taken closes those of later changes. */
    revokeUndosAfter: (trx: Transaction, userId: string, id: string): Promise<void> =>
      queries.deleteUndosAfter(trx, userId, id),
  };
}

export type LetterTokens = ReturnType<typeof createLetterTokens>;
