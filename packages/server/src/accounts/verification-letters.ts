import type { Transaction } from "../database/database.ts";
import type { Mail } from "../mail/mail.ts";
import type { LetterTokens } from "./letter-tokens.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const linkLifetimeMs = 24 * hourMs;
const codeLifetimeMs = 10 * minuteMs;

interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

/** Letters that let somebody prove an address: a link with a token in its fragment, and a code. */
export function createVerificationLetters(deps: { tokens: LetterTokens; mail: Mail; bookUrl: string }) {
  const { tokens, mail, bookUrl } = deps;

  async function write(
    trx: Transaction,
    to: Addressee,
    owner: { pendingRegistrationId: string } | { userId: string },
  ): Promise<void> {
    const purpose = "userId" in owner ? "verify-user" : "verify-registration";
    const issued = await tokens.issue(trx, {
      purpose,
      email: to.email,
      ...owner,
      linkLifetimeMs,
      codeLifetimeMs,
    });
    if (!issued) return;
    // In the fragment, the token reaches no server and no log when the link is opened.
    const fragment = new URLSearchParams({ token: issued.token, email: to.email });
    await mail.enqueue(trx, {
      kind: purpose,
      to: to.email,
      language: to.language,
      name: to.name,
      url: `${bookUrl}/verify#${fragment}`,
      code: issued.code,
      expiresInHours: linkLifetimeMs / hourMs,
      codeExpiresInMinutes: codeLifetimeMs / minuteMs,
    });
  }

  return {
    toRegistration: (trx: Transaction, to: Addressee, pendingRegistrationId: string) =>
      write(trx, to, { pendingRegistrationId }),
    toUser: (trx: Transaction, to: Addressee, userId: string) => write(trx, to, { userId }),
  };
}

export type VerificationLetters = ReturnType<typeof createVerificationLetters>;
