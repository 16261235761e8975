import type { Clock } from "../clock.ts";
import { toSessionAnswer } from "./answer.ts";
import type { Sessions } from "./service.ts";

const onlyRefreshToken = /^\s*\{\s*"refreshToken"\s*:\s*"([\w-]+)"\s*\}\s*$/;

/**
 * What most refreshes of apps are: the plain turn of a session that is delivered in bodies.
 *
 * @returns finds the answer, as JSON, to a request's body; `undefined` for everything else. Where the turn was made but
 *   its answer is not so plain, asking again in the ordinary way gives the same successor.
 */
export function createRenewal(deps: { sessions: Pick<Sessions, "renew">; clock: Clock }) {
  const { sessions, clock } = deps;
  return async (body: string): Promise<string | undefined> => {
    const [, refreshToken] = onlyRefreshToken.exec(body) ?? [];
    const grant = refreshToken === undefined ? undefined : await sessions.renew(refreshToken);
    if (grant?.session.delivery !== "body" || grant.session.claimableGuestId !== null) return undefined;
    return JSON.stringify(toSessionAnswer(grant, {}, clock.now()));
  };
}
