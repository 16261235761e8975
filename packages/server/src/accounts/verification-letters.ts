import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Transaction } from "../database/database.ts";
import type { Mail } from "../mail/mail.ts";
import { uuidv7 } from "../uuid.ts";
import * as queries from "./pending-queries.ts";
import { hashToken, newCode, newToken } from "./secrets.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const linkLifetimeMs = 24 * hourMs;
const codeLifetimeMs = 10 * minuteMs;
/** A resend adds a token and voids none, so that nobody else's request ends yours; five are enough. */
const maxTokens = 5;

interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

/** Letters that let somebody prove an address: a link with a token in its fragment, and a code. */
export function createVerificationLetters(deps: {
  clock: Clock;
  keyring: Keyring;
  mail: Mail;
  bookUrl: string;
}) {
  const { clock, keyring, mail, bookUrl } = deps;

  /** Keyed, because eight digits could be found from a bare hash by trying them all. */
  const codeOf = (ownerId: string, code: string) => ["letter-code", `${ownerId}/${code}`] as const;

  async function write(
    trx: Transaction,
    to: Addressee,
    owner: { pendingRegistrationId: string } | { userId: string },
  ): Promise<void> {
    if ((await queries.countTokens(trx, owner)) >= maxTokens) return;
    const isUser = "userId" in owner;
    const token = newToken();
    const code = newCode();
    const now = clock.now();
    await queries.insertLetterToken(trx, {
      id: uuidv7(),
      purpose: isUser ? "verify-user" : "verify-registration",
      tokenHash: hashToken(token),
      codeHash: keyring.mac(...codeOf(isUser ? owner.userId : owner.pendingRegistrationId, code)),
      codeExpiresAt: new Date(now.getTime() + codeLifetimeMs),
      email: to.email,
      pendingRegistrationId: isUser ? null : owner.pendingRegistrationId,
      userId: isUser ? owner.userId : null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkLifetimeMs),
    });
    // In the fragment, the token reaches no server and no log when the link is opened.
    const fragment = new URLSearchParams({ token, email: to.email });
    await mail.enqueue(trx, {
      kind: isUser ? "verify-user" : "verify-registration",
      to: to.email,
      language: to.language,
      name: to.name,
      url: `${bookUrl}/verify#${fragment}`,
      code,
      expiresInHours: linkLifetimeMs / hourMs,
      codeExpiresInMinutes: codeLifetimeMs / minuteMs,
    });
  }

  return {
    /** What may be stored of a code: the letter may have been written under an older secret. */
    hashesOfCode: (ownerId: string, code: string) => keyring.macs(...codeOf(ownerId, code)),
    toRegistration: (trx: Transaction, to: Addressee, pendingRegistrationId: string) =>
      write(trx, to, { pendingRegistrationId }),
    toUser: (trx: Transaction, to: Addressee, userId: string) => write(trx, to, { userId }),
  };
}

export type VerificationLetters = ReturnType<typeof createVerificationLetters>;
