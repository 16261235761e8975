import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import type { PreferencesService } from "../preferences/service.ts";
import type { Addresses } from "./addresses.ts";
import { EmailTakenError } from "./errors.ts";
import type { LetterTokens } from "./letter-tokens.ts";
import { resetUrl } from "./password-reset.ts";
import { deletePendingOf } from "./pending-queries.ts";
import { lockEmail } from "./queries.ts";

const setPasswordLinkLastsMs = 24 * 60 * 60_000;

export interface VouchedAccount {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  /** Without it there is a link that sets one. */
  readonly passwordHash: string | undefined;
}

/** An account that whoever runs the server makes, and whose address nobody else has to prove. */
export function createVouchedAccounts(deps: {
  clock: Clock;
  identities: Identities;
  preferences: PreferencesService;
  addresses: Addresses;
  tokens: LetterTokens;
  audit: Audit;
  bookUrl: string;
}) {
  const { clock, identities, preferences, addresses, tokens, audit, bookUrl } = deps;

  /** @throws {EmailTakenError} */
  return async function create(
    trx: Transaction,
    { email, name, language, passwordHash }: VouchedAccount,
  ): Promise<{ userId: string; setPasswordUrl: string | null }> {
    await lockEmail(trx, email);
    if (await addresses.isTaken(trx, email)) throw new EmailTakenError();
    // Whoever registers the address has not proven it yet.
    await deletePendingOf(trx, email);
    const userId = await identities.createUser(trx, { email, name, emailVerified: true, at: clock.now() });
    await preferences.suggestLanguage(trx, userId, language);
    await audit.record(trx, { kind: "account-created", userId, actor: { kind: "operator" } });
    if (passwordHash !== undefined) {
      await identities.createCredential(trx, userId, passwordHash);
      return { userId, setPasswordUrl: null };
    }
    const { token } = await tokens.issueUncapped(trx, {
      purpose: "reset-password",
      email,
      userId,
      linkLifetimeMs: setPasswordLinkLastsMs,
    });
    return { userId, setPasswordUrl: resetUrl(bookUrl, { token, email }) };
  };
}
