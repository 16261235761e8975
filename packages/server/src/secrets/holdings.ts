import { codeSecrets, passwordSecrets } from "../accounts/account-secrets.ts";
import { letterSecrets } from "../mail/letter-secrets.ts";
import { totpSecrets } from "../second-factor/totp-secrets.ts";
import { refreshTokenSecrets } from "../sessions/refresh-token-secrets.ts";
import { signingKeySecrets } from "../sessions/signing-key-secrets.ts";
import type { Holding } from "./holding.ts";

/** Everything that stops working when a secret is dropped too early. What is keyed or encrypted anew joins here. */
export const holdings: readonly Holding[] = [
  signingKeySecrets,
  totpSecrets,
  letterSecrets,
  codeSecrets,
  passwordSecrets,
  refreshTokenSecrets,
];
