import type { Context } from "hono";
import type { Clock } from "../clock.ts";
import { StepUpRequiredError } from "../sessions/errors.ts";
import { stepUpLastsMs } from "../sessions/step-up.ts";
import type { HttpEnv } from "./app-type.ts";
import { getPrincipal, type RequireSession } from "./require-session.ts";

/**
 * Guards a sensitive act, behind `requireSession`: an account's proof must be fresh. A guest has nothing
 * to prove, and passes; what guests may not do at all is for the route to say.
 *
 * @see OWASP ASVS 5.0, 7.5.1
 */
export function requireStepUp(clock: Clock): RequireSession {
  return async (c, next) => {
    checkStepUp(c, clock);
    await next();
  };
}

/**
 * The same within a route, where it hangs on what is asked for.
 *
 * @throws {StepUpRequiredError}
 */
export function checkStepUp(c: Context<HttpEnv>, clock: Clock): void {
  const { guest, authTime } = getPrincipal(c);
  if (!guest && clock.now().getTime() - authTime.getTime() > stepUpLastsMs) throw new StepUpRequiredError();
}
