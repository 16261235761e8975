import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import type { Answer, TestBrowser } from "./browser.ts";
import type { TestServer } from "./server.ts";

export const totpStepMs = 30_000;

/** What the app on somebody's phone shows. */
export function codeOf(secret: string, clock: { now(): Date }, steps = 0): string {
  const timestamp = clock.now().getTime() + steps * totpStepMs;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** A code that no clock near this one shows. */
export function wrongCodeOf(secret: string, clock: { now(): Date }): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, clock, steps));
  const wrong = ["000000", "111111", "222222", "333333", "444444", "555555"].find(
    (code) => !near.includes(code),
  );
  return wrong ?? "";
}

export interface TurnedOn {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Sets an app up, as a reader does who has just signed in. The clock stands at a step that was not used. */
export async function turnOnTotp(server: TestServer, accessToken: string): Promise<TurnedOn> {
  const browser = server.browser();
  const begun = await browser.post<{ secret: string }>("/me/second-factor/totp", undefined, { accessToken });
  expect(begun).toMatchObject({ status: 200 });
  const { secret } = begun.body;
  const code = codeOf(secret, server.clock);
  const confirmed = await browser.post<{ recoveryCodes: string[] }>(
    "/me/second-factor/totp/confirm",
    { code },
    { accessToken },
  );
  expect(confirmed).toMatchObject({ status: 200 });
  server.clock.advance(totpStepMs);
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}

export interface Challenged {
  readonly status: "second-factor-required";
  readonly challenge: string;
  readonly methods: readonly string[];
  readonly expiresAt: string;
}

/** The first step. */
export const login = (
  browser: TestBrowser,
  { email, password }: { email: string; password: string },
  options: object = { delivery: "body" },
): Promise<Answer<Challenged>> => browser.post<Challenged>("/auth/login", { email, password, ...options });

/** The second one. */
export const secondStep = (browser: TestBrowser, step: object) =>
  browser.post<SessionAnswer & { refreshToken: string; trustedDevice?: string }>("/auth/second-factor", {
    method: "totp",
    ...step,
  });
