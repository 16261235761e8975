// How readers with passwords are made at each server, and how they sign in.
import { createRequire } from "node:module";
import pg from "pg";
import { request } from "../load.ts";
import * as peers from "./peers.ts";

export interface LoginPeer {
  readonly peer: peers.Peer;
  /** Makes readers 0 to `count`, with the password below. */
  createReaders(port: number, databaseUrl: string, count: number): Promise<void>;
  logIn(port: number, index: number): string;
  /** Who am I, asked by somebody who is signed in; the answer of {@link logIn} comes along. */
  readonly whoAmI: (reader: peers.Reader) => string;
  /** What a sign-in gave, from its answer. */
  readReader(answer: { head: string; body: string }): peers.Reader;
}

export const password = "correct horse battery";
const emailOf = (index: number) => `reader${index}@example.org`;
const nobody: peers.Reader = { accessToken: "", refreshToken: "", cookie: "" };

const ofServer = createRequire(new URL("../../packages/server/package.json", import.meta.url));
const { hashSync } = ofServer("@node-rs/bcrypt") as {
  hashSync(password: string, options: { cost: number }): string;
};

/** Bookplate's own hash: nothing is renewed at a sign-in. */
export function bookplateHash(cost = 12): string {
  return hashSync(password, { cost });
}

async function write(databaseUrl: string, statement: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}

async function signUp(port: number, path: string, count: number, extra: object = {}): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: `http://127.0.0.1:${port}` },
      body: JSON.stringify({ email: emailOf(index), password, ...extra }),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
}

export const bookplate: LoginPeer = {
  peer: peers.bookplate,
  createReaders: (_, databaseUrl, count) =>
    write(
      databaseUrl,
      `with made as (
         insert into "user" (id, email, email_verified, name, created_at, updated_at)
         select gen_random_uuid(), 'reader' || i || '@example.org', true, 'Alice', now(), now()
         from generate_series(0, $2::int - 1) i on conflict do nothing returning id
       )
       insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
       select gen_random_uuid(), id::text, 'credential', id, $1, now(), now() from made`,
      [bookplateHash(), count],
    ),
  logIn: (_, index) =>
    request("POST", "/api/v1/auth/login", { body: { email: emailOf(index), password, delivery: "body" } }),
  whoAmI: (reader) => peers.bookplate.session?.(reader) ?? "",
  readReader: ({ body }) => ({ ...nobody, accessToken: JSON.parse(body).accessToken }),
};

export const betterAuth: LoginPeer = {
  peer: peers.betterAuth,
  createReaders: (port, _, count) => signUp(port, "/api/auth/sign-up/email", count, { name: "Alice" }),
  logIn: (port, index) =>
    request("POST", "/api/auth/sign-in/email", {
      headers: { origin: `http://127.0.0.1:${port}` },
      body: { email: emailOf(index), password },
    }),
  whoAmI: (reader) => peers.betterAuth.session?.(reader) ?? "",
  readReader: ({ head }) => ({
    ...nobody,
    cookie: [...head.matchAll(/\r\nset-cookie: ([^;\r]+)/gi)].map(([, pair]) => pair).join("; "),
  }),
};

export const fastApi: LoginPeer = {
  peer: peers.fastApi,
  createReaders: (port, _, count) => signUp(port, "/auth/register", count),
  logIn: (_, index) => request("POST", "/auth/login", { body: { email: emailOf(index), password } }),
  whoAmI: (reader) => peers.fastApi.me?.(reader) ?? "",
  readReader: ({ body }) => ({ ...nobody, accessToken: JSON.parse(body).access_token }),
};
