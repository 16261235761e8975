import { createHash, randomUUID } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { expect } from "vitest";
import type { Clock } from "../../src/clock.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { type Answer, createBrowser } from "./browser.ts";

/** What a proof says otherwise than an honest one; `undefined` leaves a claim out. */
export interface Deviation {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
}

export interface SentWith {
  readonly body?: unknown;
  readonly accessToken?: string | undefined;
  readonly deviation?: Deviation;
  /** Sent instead of a fresh one. */
  readonly proof?: string;
}

/** Somebody who holds a key and proves it with every request (RFC 9449). */
export interface KeyHolder {
  readonly thumbprint: string;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
  prove(method: string, url: string, accessToken?: string, deviation?: Deviation): Promise<string>;
  send<T = Record<string, unknown>>(method: string, path: string, options?: SentWith): Promise<Answer<T>>;
}

export function hashOf(accessToken: string): string {
  return createHash("sha256").update(accessToken).digest("base64url");
}

export async function createKeyHolder(
  server: { readonly url: string; readonly clock: Clock },
  alg = "ES256",
): Promise<KeyHolder> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = await exportJWK(publicKey);

  const prove: KeyHolder["prove"] = (method, url, accessToken, { claims = {}, header = {} } = {}) => {
    const payload = {
      jti: randomUUID(),
      htm: method,
      htu: url,
      iat: Math.floor(server.clock.now().getTime() / 1000),
      ...(accessToken !== undefined && { ath: hashOf(accessToken) }),
      ...claims,
    };
    return new SignJWT(payload)
      .setProtectedHeader({ alg, typ: "dpop+jwt", jwk: publicJwk, ...header })
      .sign(privateKey);
  };

  return {
    thumbprint: await calculateJwkThumbprint(publicJwk),
    publicJwk,
    privateJwk: await exportJWK(privateKey),
    prove,
    async send(method, path, { body, accessToken, deviation, proof } = {}) {
      const url = `${server.url}/api/v1${path}`;
      const dpop = proof ?? (await prove(method, url, accessToken, deviation));
      const authorization = accessToken === undefined ? {} : { authorization: `DPoP ${accessToken}` };
      return createBrowser(server.url).send(method, path, { body, headers: { dpop, ...authorization } });
    },
  };
}

/** Somebody's session that is bound to the key. */
export async function signInWithKey(
  holder: KeyHolder,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<SessionAnswer> {
  const body = { email, password, delivery: "body" };
  const answer = await holder.send<SessionAnswer>("POST", "/auth/login", { body });
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Asks what the server knows about the session. */
export const facts = (holder: KeyHolder, accessToken: string, deviation?: Deviation) =>
  holder.send("GET", "/auth/session", { accessToken, ...(deviation && { deviation }) });

/** What an answer looks like that refuses a token or its proof. */
export function refused(error: string) {
  return {
    status: 401,
    body: expect.objectContaining({ code: "unauthenticated" }),
    headers: expect.toSatisfy((headers: Headers) =>
      (headers.get("www-authenticate") ?? "").startsWith(`DPoP error="${error}", algs="ES256`),
    ),
  };
}
