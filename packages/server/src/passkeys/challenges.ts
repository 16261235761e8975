import { randomBytes, timingSafeEqual } from "node:crypto";
import { hashToken } from "../accounts/secrets.ts";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { PasskeyRefusedError } from "./errors.ts";
import { insertAnswered } from "./queries.ts";

/** A browser offers passkeys in a form for as long as the form stands; the client asks anew before this is over. */
export const challengeLastsMs = 10 * 60_000;

/** What a challenge is for. Two of them belong to the session that asked, so that nobody answers for another. */
export type Purpose = { readonly act: "sign-in" } | { readonly act: "add" | "step-up"; sessionId: string };

const randomBytesOfRequest = 16;
const timeBytes = 6;

/**
 * Challenges of WebAuthn ceremonies. Nothing is stored when one is made, since anybody may ask at any rate: the request
 * is a MAC over its purpose and its end, and the challenge is a hash of it. Answering is what is remembered, so that
 * each is answered once, on any number of nodes.
 *
 * @see Web Authentication Level 3, section 13.4.3
 */
export function createChallenges(deps: { database: Database; keyring: Keyring; clock: Clock }) {
  const { database, keyring, clock } = deps;
  const textOf = (purpose: Purpose, body: Buffer) =>
    [purpose.act, "sessionId" in purpose ? purpose.sessionId : "", body.toString("base64url")].join("/");

  return {
    issue(purpose: Purpose): { requestId: string; challenge: string } {
      const body = Buffer.alloc(randomBytesOfRequest + timeBytes);
      randomBytes(randomBytesOfRequest).copy(body);
      body.writeUIntBE(clock.now().getTime() + challengeLastsMs, randomBytesOfRequest, timeBytes);
      const mac = keyring.mac("passkey-challenge", textOf(purpose, body));
      const requestId = Buffer.concat([body, mac]).toString("base64url");
      return { requestId, challenge: hashToken(requestId).toString("base64url") };
    },

    /**
     * Uses a challenge up, whatever comes of it.
     *
     * @returns the challenge that must have been answered
     * @throws {PasskeyRefusedError} made for something else, too old, or answered before
     */
    async redeem(purpose: Purpose, requestId: string): Promise<string> {
      const bytes = Buffer.from(requestId, "base64url");
      const body = bytes.subarray(0, randomBytesOfRequest + timeBytes);
      const mac = bytes.subarray(randomBytesOfRequest + timeBytes);
      const ours =
        // One spelling only: another would be another challenge with the same MAC.
        bytes.toString("base64url") === requestId &&
        keyring
          .macs("passkey-challenge", textOf(purpose, body))
          .some((expected) => expected.length === mac.length && timingSafeEqual(expected, mac));
      if (!ours) throw new PasskeyRefusedError();
      const expiresAt = new Date(body.readUIntBE(randomBytesOfRequest, timeBytes));
      const id = hashToken(requestId);
      if (expiresAt <= clock.now() || !(await insertAnswered(database, { id, expiresAt }))) {
        throw new PasskeyRefusedError();
      }
      return id.toString("base64url");
    },
  };
}

export type Challenges = ReturnType<typeof createChallenges>;
