import type { Database } from "../database/database.ts";
import type { AccessToken } from "../sessions/access-tokens.ts";
import type { Principal } from "../sessions/principal.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import { InvalidCredentialsError } from "./errors.ts";
import type { Passwords } from "./passwords.ts";
import { findCredentialOfUser } from "./queries.ts";

/** Proving again who one is, in the middle of a session. */
export function createStepUp(deps: { database: Database; passwords: Passwords; sessions: Sessions }) {
  /**
   * @throws {InvalidCredentialsError} wrong password, or none to compare with, as a guest has none: the same work
   * @throws {TokenStaleError} {SessionEndedError} the account changed, or the session ended, in the meantime
   * @throws {ServerBusyError}
   */
  return async function stepUp(
    principal: Principal,
    request: { password: string; device: Device },
  ): Promise<AccessToken> {
    const credential = await findCredentialOfUser(deps.database, principal.userId);
    const right = await deps.passwords.verify(request.password, credential?.passwordHash);
    if (!credential || !right) throw new InvalidCredentialsError();
    return deps.sessions.stepUp(principal, { epoch: credential.epoch, device: request.device });
  };
}
