import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const secret = "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";

test("hashes follow the setting, at each owner's next sign-in, and nobody is sent away meanwhile", {
  timeout: 90_000,
}, async () => {
  const database = await openPreparedDatabase();
  const on = { database, clock: createTestClock() };
  const { email, password } = alice;

  async function signInWith(
    settings: { PASSWORD_HASH?: string; BCRYPT_COST?: string },
    prepare: (server: TestServer) => Promise<unknown> = async () => {},
  ): Promise<string> {
    const server = await startTestServer({ BOOKPLATE_SECRET: secret, ...settings }, on);
    try {
      await prepare(server);
      const signIn = (typed: string) => server.browser().post("/auth/login", { email, password: typed });
      expect((await signIn(password)).status).toBe(200);
      expect((await signIn(`${password}.`)).status).toBe(401);
      expect((await signIn(password)).status).toBe(200);
      const row = await database.db.selectFrom("account").select("password").executeTakeFirstOrThrow();
      return row.password ?? "";
    } finally {
      await server.close();
    }
  }

  try {
    const registered = await signInWith({ BCRYPT_COST: "10" }, (server) => registerAndVerify(server, alice));
    expect(registered).toMatch(/^\$2b\$10\$/);
    expect(await signInWith({ PASSWORD_HASH: "argon2id" })).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await signInWith({ BCRYPT_COST: "11" })).toMatch(/^\$2b\$11\$/);
  } finally {
    await database.close();
  }
});

test("a password that a service knows as leaked is refused, with the service away it is taken", async () => {
  const [prefix, rest] = [0, 5].map((from, index) =>
    createHash("sha1")
      .update(bob.password)
      .digest("hex")
      .toUpperCase()
      .slice(from, index === 0 ? 5 : undefined),
  );
  const asked: string[] = [];
  const service = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end(`${rest}:7\r\n`);
  }).listen(0, "127.0.0.1");
  await once(service, "listening");
  const { port } = service.address() as AddressInfo;
  const server = await startTestServer({ PASSWORD_RANGE_CHECK_URL: `http://127.0.0.1:${port}/range/` });
  try {
    const refused = await server.browser().post<{ errors: { code: string }[] }>("/auth/register", bob);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0]?.code).toBe("password-breached");
    expect(asked).toEqual([`/range/${prefix}`]);
    service.closeAllConnections();
    service.close();
    await once(service, "close");
    expect((await server.browser().post("/auth/register", bob)).status).toBe(202);
  } finally {
    await server.close();
  }
});
