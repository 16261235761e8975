import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { ValidationError } from "../domain-error.ts";
import { fieldSentences } from "../problem-codes.ts";
import { SessionEndedError, TokenStaleError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import { findSessionWithReader } from "../sessions/queries.ts";
import type { Device, SessionGrant, Sessions } from "../sessions/service.ts";
import { AccountNotFoundError } from "./errors.ts";
import type { SetPassword } from "./new-password.ts";
import type { PasswordPolicy } from "./password-policy.ts";
import type { Passwords } from "./passwords.ts";
import { findOwner, lockOwner } from "./recovery-queries.ts";
import type { StepUp } from "./step-up.ts";

export interface PasswordChangeDeps {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly stepUp: StepUp;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly setPassword: SetPassword;
}

/** A reader who is signed in takes another password, or a first one. OWASP ASVS 5.0, 6.2.2, 6.2.3. */
export function createPasswordChange(deps: PasswordChangeDeps) {
  const { database, sessions, stepUp, passwords, policy, setPassword } = deps;

  /**
   * Changes the password. Every session ends, and the one that asked goes on as a new one: with the same delivery,
   * bound to the same key, and remembering the same guest.
   *
   * @throws {AccountNotFoundError} a guest has no password
   * @throws {StepUpRequiredError} {InvalidCredentialsError} {ValidationError} {ServerBusyError}
   * @throws {SessionEndedError} {TokenStaleError} something else changed in the meantime
   */
  return async function changePassword(
    principal: Principal,
    change: { currentPassword?: string | undefined; newPassword: string; device: Device },
  ): Promise<SessionGrant> {
    const { userId, sessionId } = principal;
    const { device, currentPassword, newPassword } = change;
    const owner = await findOwner(database, userId);
    if (!owner) throw new AccountNotFoundError();
    // The current password, always, where there is one; where it is no full proof, a step-up besides.
    if (owner.passwordHash !== null && currentPassword === undefined) {
      const code = "field-required";
      throw new ValidationError([{ field: "currentPassword", code, message: fieldSentences[code] }]);
    }
    await stepUp.prove(principal, { password: currentPassword }, device);
    await policy.require("newPassword", newPassword, owner);
    const passwordHash = await passwords.hash(newPassword);
    const opened = await inTransaction(database, async (trx, afterCommit) => {
      const current = await lockOwner(trx, userId);
      if (current?.epoch !== principal.epoch) throw new TokenStaleError();
      const before = await findSessionWithReader(trx, sessionId);
      if (!before) throw new SessionEndedError();
      const kind = "password-changed";
      const epoch = await setPassword(trx, afterCommit, { owner: current, passwordHash, kind, device });
      return sessions.open(trx, {
        userId,
        epoch,
        guest: false,
        delivery: before.delivery,
        keyThumbprint: before.dpopThumbprint ?? undefined,
        // Where the password alone is no full proof, the last one that was counts on.
        provenAt: owner.twoFactorEnabled || owner.passwordHash === null ? before.authTime : undefined,
        claimableGuestId: before.claimableGuestId ?? undefined,
        device,
      });
    });
    if (opened === undefined) throw new SessionEndedError();
    return sessions.grantFor(opened);
  };
}
