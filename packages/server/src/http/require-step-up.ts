import type { Clock } from "../clock.ts";
import { StepUpRequiredError } from "../sessions/errors.ts";
import { stepUpLastsMs } from "../sessions/step-up.ts";
import { getPrincipal, type RequireSession } from "./require-session.ts";

/**
 * Guards a sensitive act, behind `requireSession`: an account's proof must be fresh. A guest has nothing
 * to prove, and passes; what guests may not do at all is for the route to say.
 *
 * @see OWASP ASVS 5.0, 7.5.1
 */
export function requireStepUp(clock: Clock): RequireSession {
  return async (c, next) => {
    const { guest, authTime } = getPrincipal(c);
    if (!guest && clock.now().getTime() - authTime.getTime() > stepUpLastsMs) throw new StepUpRequiredError();
    await next();
  };
}
