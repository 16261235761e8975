import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { VerificationKeys } from "../sessions/access-token-check.ts";
import { VerificationUnavailableError } from "./errors.ts";

/** `/.well-known/jwks.json` may be kept for as long; a key that was removed counts no longer than this. */
const keptMs = 5 * 60_000;
/** Strangers can invent ids of keys: for these the list is not read more often. */
const unknownKeyPauseMs = 60_000;
const timeoutMs = 5_000;
/** Ours has a few hundred bytes for each of a handful of keys. */
const maxListCharacters = 100_000;

interface PublishedList {
  readonly keys: readonly (JsonWebKey & { readonly kid: string })[];
}

/**
 * The public keys that a Bookplate server publishes (RFC 7517). Read when the first token comes, and again when they
 * are old or a token names one that is not known. While they cannot be read, those that were read last go on counting.
 */
export function createPublishedKeys(deps: { url: string; clock: Clock }): VerificationKeys {
  const { url, clock } = deps;
  let held = new Map<string, KeyObject>();
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  const ageMs = () => clock.now().getTime() - askedAtMs;

  async function read(): Promise<void> {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
    const text = await answer.text();
    if (!answer.ok || text.length > maxListCharacters) throw new Error(`${url} answered ${answer.status}.`);
    const { keys } = JSON.parse(text) as PublishedList;
    held = new Map(keys.filter(isOurs).map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: "jwk" })]));
  }

  /** Whoever comes while it is being asked waits for the same answer. */
  function ask(): Promise<void> {
    asking ??= read()
      .catch((error: unknown) => {
        if (held.size === 0) throw new VerificationUnavailableError({ cause: error });
      })
      .finally(() => {
        asking = undefined;
        askedAtMs = clock.now().getTime();
      });
    return asking;
  }

  return {
    has: (kid) => held.has(kid) && ageMs() <= keptMs,

    async find(kid) {
      const isDue = held.size === 0 || ageMs() > (held.has(kid) ? keptMs : unknownKeyPauseMs);
      if (isDue || asking) await ask();
      return held.get(kid);
    },
  };
}

/** Whatever else is in the list is for others. */
function isOurs({ kid, kty, crv }: PublishedList["keys"][number]): boolean {
  return typeof kid === "string" && kty === "EC" && crv === "P-256";
}
