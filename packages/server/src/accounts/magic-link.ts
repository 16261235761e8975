// Signing in with nothing but one's mailbox. A link signs in accounts that have proven their address; whoever has
// not gets the letter that proves it, so that a link never lends a stranger's unproven account. An address without
// an account gets nothing, and the answer is the same.
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import type { Device } from "../sessions/service.ts";
import { TokenInvalidError } from "./errors.ts";
import type { LetterRequests, TakenRequest } from "./letter-requests.ts";
import type { LetterTokens } from "./letter-tokens.ts";
import * as queries from "./queries.ts";
import type { Registration } from "./registration.ts";
import { hashToken, newToken } from "./secrets.ts";
import type { SignInOutcome, SignInRequest, SignIns } from "./sign-in.ts";
import { lockSigningIn } from "./sign-in-queries.ts";

const minuteMs = 60_000;
const linkLifetimeMs = 15 * minuteMs;
const codeLifetimeMs = 10 * minuteMs;

export interface MagicLinkDeps {
  readonly database: Database;
  readonly mail: Mail;
  readonly tokens: LetterTokens;
  readonly requests: LetterRequests;
  readonly registration: Registration;
  readonly signIns: SignIns;
  readonly bookUrl: string;
}

/** What the letter brought: the token of its link, or its code in the window that asked for it. */
export type MagicLinkProof =
  | { readonly token: string }
  | { readonly requestId: string; readonly code: string };

/** Call it before the jobs start: it defines the one that writes the letters. */
export function createMagicLinks(deps: MagicLinkDeps) {
  const { database, mail, tokens, requests, registration, signIns, bookUrl } = deps;

  async function write(trx: Transaction, request: TakenRequest): Promise<void> {
    const { email, detail, createdAt } = request;
    const wanted = {
      purpose: "magic-link",
      email,
      requestHash: Buffer.from(String(detail.requestHash), "base64url"),
      linkLifetimeMs,
      codeLifetimeMs,
    } as const;
    const user = await queries.findCredential(trx, email);
    if (!user?.emailVerified) {
      await registration.writeVerification(trx, request);
      return tokens.issueDecoy(trx, wanted);
    }
    const { userId, epoch } = user;
    // A password that is changed in the meantime, a ban or a new address ends the letters of before.
    const issued = await tokens.issue(trx, { ...wanted, userId, detail: { epoch } });
    if (!issued) return;
    await mail.enqueue(trx, {
      kind: "magic-link",
      to: email,
      language: user.language ?? String(detail.language),
      // In the fragment, the token reaches no server and no log when the link is opened.
      url: `${bookUrl}/magic-link#${new URLSearchParams({ token: issued.token, email })}`,
      code: issued.code,
      expiresInMinutes: linkLifetimeMs / minuteMs,
      codeExpiresInMinutes: codeLifetimeMs / minuteMs,
      device: String(detail.userAgent),
      at: createdAt,
    });
  }

  requests.define("magic-link", write);

  return {
    /** @returns what the window that asks keeps, for the code of the letter; the same for every address */
    async ask(asked: { email: string; language: string; device: Device }): Promise<{ requestId: string }> {
      const { email, language, device } = asked;
      const requestId = newToken();
      const requestHash = hashToken(requestId).toString("base64url");
      const detail = { requestHash, language, userAgent: device.userAgent };
      await inTransaction(database, (trx) => requests.ask(trx, { kind: "magic-link", email, detail }));
      return { requestId };
    },

    /**
     * Signs in with what the letter brought, once.
     *
     * @throws {TokenInvalidError} unknown, used, expired or foreign; or the account has changed since
     * @throws {AccountBannedError} {EmailNotVerifiedError} the token stays good
     */
    async signIn(proof: MagicLinkProof, request: SignInRequest): Promise<SignInOutcome> {
      const found =
        "token" in proof
          ? await tokens.findByToken(database, "magic-link", proof.token)
          : await tokens.findByCode(database, { purpose: "magic-link", ...proof });
      if (!found || found.userId === null) throw new TokenInvalidError();
      const { id, userId, email, detail } = found;
      return inTransaction(database, async (trx, afterCommit) => {
        await queries.lockEmail(trx, email);
        const owner = await queries.findCredential(trx, email);
        const factor = { userId, epoch: Number(detail.epoch), method: "magic-link" } as const;
        // The account before its letter, as whoever changes the password, which voids the letter.
        const current =
          owner?.userId === userId &&
          (await lockSigningIn(trx, factor)) !== undefined &&
          (await tokens.consume(trx, id));
        if (!current) throw new TokenInvalidError();
        // The letter may have been opened anywhere: a guest there need not be the reader.
        const outcome = await signIns.complete(trx, afterCommit, factor, { ...request, claimable: true });
        if (!outcome) throw new TokenInvalidError();
        return outcome;
      });
    },
  };
}

export type MagicLinks = ReturnType<typeof createMagicLinks>;
