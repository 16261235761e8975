import type { Clock } from "../clock.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import { createTokenCache } from "../sessions/token-cache.ts";
import { VerificationUnavailableError } from "./errors.ts";

const timeoutMs = 5_000;
const maxTokens = 10_000;

/** @throws {SessionEndedError} @throws {VerificationUnavailableError} */
export type RequireActive = (accessToken: string) => Promise<void>;

/**
 * Asks Bookplate whether a token still counts (RFC 7662), about each at most once in some seconds. A refusal is
 * remembered for as long as an agreement: a token that has ended does not begin again.
 */
export function createIntrospectionCheck(deps: {
  url: string;
  token: string;
  keptMs: number;
  clock: Clock;
}): RequireActive {
  const { url, clock } = deps;
  const answers = createTokenCache<{ active: Promise<boolean>; askedAtMs: number }>({
    maxEntries: maxTokens,
  });

  async function ask(accessToken: string): Promise<boolean> {
    const answer = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${deps.token}` },
      body: new URLSearchParams({ token: accessToken }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: "error",
    });
    // 401 is about our own token, and whose session it is has nothing to do with that.
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
    const { active } = (await answer.json()) as { active: unknown };
    return active === true;
  }

  return async (accessToken) => {
    const now = clock.now().getTime();
    let known = answers.get(accessToken);
    if (!known || now - known.askedAtMs >= deps.keptMs) {
      known = { active: ask(accessToken), askedAtMs: now };
      answers.put(accessToken, known);
    }
    let active: boolean;
    try {
      active = await known.active;
    } catch (error) {
      // Not to be remembered: the next one asks again.
      known.askedAtMs = Number.NEGATIVE_INFINITY;
      throw new VerificationUnavailableError({ cause: error });
    }
    if (!active) throw new SessionEndedError();
  };
}
