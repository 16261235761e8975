// Mail scanners open every link, look ahead and repeat. OWASP ASVS 5.0, 6.6.2.
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MailboxLetter } from "../src/mail/mailbox-letter.ts";
import { readState } from "./support/database-state.ts";
import { person, registerAndVerify, tokenOf } from "./support/people.ts";
import { askForReset, letterAfter, moveTo, newPassword } from "./support/recovery.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const post = (path: string, body: object) => server.browser().post(path, body);

/** What accounts are made of. */
async function accounts() {
  const state = await readState(server.database.db);
  const tables = [
    "account",
    "letter_token",
    "passkey",
    "pending_registration",
    "revocation",
    "security_event",
    "user",
  ];
  return Object.fromEntries(tables.map((table) => [table, state[table]]));
}

/** What the button behind a letter's link does. */
interface Pressable {
  readonly letter: MailboxLetter;
  readonly path: string;
  readonly body: object;
  readonly success: number;
}

const letters: Record<string, (name: string) => Promise<Pressable>> = {
  verification: async (name) => {
    const reader = person(name);
    await post("/auth/register", reader);
    const letter = await server.letter(reader.email, "verify-registration");
    const body = { token: tokenOf(letter), password: reader.password };
    return { letter, path: "/auth/verify-email", body, success: 200 };
  },
  "new password": async (name) => {
    const reader = person(name);
    await registerAndVerify(server, reader);
    await askForReset(server, reader.email);
    const letter = await server.letter(reader.email, "password-reset");
    const body = { token: tokenOf(letter), password: newPassword };
    return { letter, path: "/auth/password/reset", body, success: 204 };
  },
  "new address": async (name) => {
    const { accessToken } = await registerAndVerify(server, person(name));
    const newEmail = `${name.toLowerCase()}@elsewhere.example.org`;
    const letter = await letterAfter(server, newEmail, "email-change-confirm", () =>
      server.browser().post("/me/email", { newEmail }, { accessToken }),
    );
    return { letter, path: "/me/email/confirm", body: { token: tokenOf(letter) }, success: 200 };
  },
  "way back to the old address": async (name) => {
    const reader = person(name);
    const session = await registerAndVerify(server, reader);
    const token = await moveTo(server, session, reader, `${name.toLowerCase()}@elsewhere.example.org`);
    const letter = await server.letter(reader.email, "email-changed");
    return { letter, path: "/me/email/undo", body: { token }, success: 204 };
  },
};

describe.each(Object.entries(letters))("the letter for a %s", (kind, write) => {
  const name = (what: string) => `${kind.replaceAll(" ", "")}${what}`;

  test("does nothing when its links are opened, whoever opens them and however often", async () => {
    const { letter, path, body, success } = await write(name("Opened"));
    const links = letter.links.filter((link) => link.startsWith(server.url));
    expect(links.length).toBeGreaterThan(0);
    const before = await accounts();
    for (const link of links) {
      const inQuery = link.replace("#", "?");
      for (const address of [link, inQuery, `${server.url}/api/v1${path}?${link.split("#")[1] ?? ""}`]) {
        for (const [method, headers] of [
          ["HEAD", {}],
          ["GET", { purpose: "prefetch", "sec-purpose": "prefetch;prerender" }],
          ["GET", { "user-agent": "Mozilla/5.0 (compatible; LinkScanner/1.0)" }],
          ["GET", {}],
          ["GET", {}],
          ["OPTIONS", {}],
        ] as const) {
          const answer = await fetch(address, { method, headers, redirect: "manual" });
          expect(answer.headers.getSetCookie()).toEqual([]);
        }
      }
    }
    expect(await accounts()).toEqual(before);
    expect((await post(path, body)).status).toBe(success);
  });

  test("works once, also for twenty who press at the same moment", async () => {
    const { path, body, success } = await write(name("Pressed"));
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(path, body)));
    const succeeded = answers.filter(({ status }) => status === success);
    expect(succeeded).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status !== success) {
        expect(answer).toMatchObject({ status: 400, body: { code: "token-invalid" } });
      }
    }
    expect((await post(path, body)).status).toBe(400);
  });
});

test("a code works once, also for twenty who type it at the same moment", async () => {
  const reader = person("Typed");
  await registerAndVerify(server, reader);
  const { requestId, code } = await askForReset(server, reader.email);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      post("/auth/password/reset", { requestId, code, password: newPassword }),
    ),
  );
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
});

test("of twenty wrong codes at the same moment, no more than five are looked at", async () => {
  const reader = person("Guessed");
  await registerAndVerify(server, reader);
  const { requestId, code } = await askForReset(server, reader.email);
  const guesses = Array.from({ length: 19 }, (_, index) =>
    String((Number(code) + 1 + index) % 100_000_000).padStart(8, "0"),
  );
  await Promise.all(
    guesses.map((guess) => post("/auth/password/reset", { requestId, code: guess, password: newPassword })),
  );
  expect(await post("/auth/password/reset", { requestId, code, password: newPassword })).toMatchObject({
    status: 400,
  });
});

/** Names another host in every way that a request can. */
function postAsEvil(path: string, body: object): Promise<void> {
  const headers = {
    host: "evil.example",
    "content-type": "application/json",
    forwarded: "host=evil.example;proto=https",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-original-host": "evil.example",
  };
  return new Promise((resolve, reject) => {
    request(`${server.url}/api/v1${path}`, { method: "POST", headers }, (answer) => {
      answer.resume().on("end", () => resolve());
    })
      .on("error", reject)
      .end(JSON.stringify(body));
  });
}

test("letters point to where the book is, whatever host a request names", async () => {
  const reader = person("Poisoned");
  await registerAndVerify(server, reader);
  const asked = await letterAfter(server, reader.email, "password-reset", () =>
    postAsEvil("/auth/password/forgot", { email: reader.email }),
  );
  const registered = await letterAfter(server, "fresh@example.org", "verify-registration", () =>
    postAsEvil("/auth/register", { ...reader, email: "fresh@example.org" }),
  );
  for (const { links, html, text } of [asked, registered]) {
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link.startsWith(`${server.url}/`)).toBe(true);
    expect(html + text).not.toContain("evil.example");
  }
});
