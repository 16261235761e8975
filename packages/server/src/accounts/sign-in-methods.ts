import type { Database } from "../database/database.ts";
import type { SecondFactor } from "../second-factor/service.ts";
import * as queries from "./sign-in-method-queries.ts";
import type { SignInMethods } from "./sign-in-method-schemas.ts";

/** How a reader can sign in, and prove again who they are. */
export function createSignInMethods(deps: {
  database: Database;
  secondFactor: SecondFactor;
  listLinks: (userId: string) => Promise<SignInMethods["providers"]>;
}) {
  const { database, secondFactor } = deps;

  return async function listSignInMethods(userId: string): Promise<SignInMethods> {
    const [account, providers, passkeys, recoveryCodesLeft] = await Promise.all([
      queries.findOwnFactors(database, userId),
      deps.listLinks(userId),
      queries.countPasskeys(database, userId),
      secondFactor.countRecoveryCodes(userId),
    ]);
    // A guest has nothing to prove, and is asked for nothing.
    if (!account) {
      return {
        password: false,
        secondFactor: { totp: false, required: false, recoveryCodesLeft },
        passkeys,
        providers: [],
        stepUp: [],
      };
    }
    const { password, totp, role } = account;
    const stepUp: SignInMethods["stepUp"] = [];
    if (passkeys > 0) stepUp.push("passkey");
    if (totp) stepUp.push("totp");
    if (totp && recoveryCodesLeft > 0) stepUp.push("recovery-code");
    if (!totp && password) stepUp.push("password");
    if (!totp) stepUp.push("mail-code");
    return {
      password,
      secondFactor: { totp, required: secondFactor.isRequiredFor(role), recoveryCodesLeft },
      passkeys,
      providers,
      stepUp,
    };
  };
}
