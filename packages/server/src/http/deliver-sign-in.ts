import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { SignInOutcome, SignInRequest } from "../accounts/sign-in.ts";
import type { Clock } from "../clock.ts";
import type { SessionAnswer } from "../sessions/schemas.ts";
import type { Sessions } from "../sessions/service.ts";
import type { HttpEnv } from "./app-type.ts";
import type { Cookies } from "./cookies.ts";
import type { Deliver } from "./deliver-session.ts";
import { signInDevice } from "./device.ts";
import type { KeyProofs } from "./key-proofs.ts";
import { findGuestId } from "./require-session.ts";
import { plainText, timestamp } from "./schemas.ts";

export const secondFactorRequiredSchema = z
  .object({
    status: z.literal("second-factor-required"),
    challenge: z.string().openapi({ description: "For `POST /auth/second-factor`." }),
    methods: z.array(z.enum(["totp", "recovery-code"])),
    expiresAt: timestamp,
  })
  .openapi("SecondFactorRequired");

export type SecondFactorRequiredAnswer = z.infer<typeof secondFactorRequiredSchema>;

export const trustedDeviceSchema = plainText({ min: 1, max: 200 }).openapi({
  description: "What an earlier sign-in with `trustDevice` answered; browsers have it as a cookie.",
});

/** How every sign-in comes in and goes out, whatever the first factor was. */
export function createSignInDelivery(deps: {
  cookies: Cookies;
  keyProofs: KeyProofs;
  deliver: Deliver;
  sessions: Sessions;
  clock: Clock;
}) {
  const { cookies, keyProofs, deliver, sessions, clock } = deps;

  return {
    /**
     * What a request says about the session that it asks for.
     *
     * @throws {DpopProofError} {ValidationError} see {@link createKeyProofs}
     */
    async read(
      c: Context<HttpEnv>,
      typed: {
        delivery: "cookie" | "body";
        keepGuestChats?: boolean | undefined;
        trustedDevice?: string | undefined;
      },
    ): Promise<SignInRequest> {
      const { delivery, keepGuestChats = true, trustedDevice } = typed;
      return {
        delivery,
        keyThumbprint: await keyProofs.bind(c, delivery),
        device: signInDevice(c, cookies),
        guestId: findGuestId(c),
        keepGuestChats,
        trustedDevice: trustedDevice ?? cookies.read(c, "trustedDevice"),
      };
    },

    /** The session, or what is still missing; with the cookies that belong to either. */
    async answer(
      c: Context<HttpEnv>,
      outcome: SignInOutcome,
    ): Promise<SessionAnswer | SecondFactorRequiredAnswer> {
      if (outcome.status === "signed-in") {
        const grant = await sessions.grantFor(outcome.sessionId);
        // The account's cookie takes over; what the guest had has moved, or waits for a yes.
        cookies.clear(c, "guest");
        return deliver(c, grant, { merged: outcome.merged });
      }
      const { browserProof, status, challenge, methods, expiresAt } = outcome;
      if (browserProof !== undefined) {
        cookies.set(c, "secondFactor", browserProof, { expiresAt, now: clock.now() });
      }
      c.header("cache-control", "no-store");
      return { status, challenge, methods: [...methods], expiresAt: expiresAt.toISOString() };
    },
  };
}

export type SignInDelivery = ReturnType<typeof createSignInDelivery>;
