import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestBrowser } from "./support/browser.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const as = (address: string) => ({
  headers: {
    "x-forwarded-for": address,
    forwarded: `for=${address.includes(":") ? `"[${address}]"` : address}`,
  },
});

interface Devices {
  readonly items: readonly { ip: string; current: boolean }[];
}

async function ownAddress(browser: TestBrowser, accessToken: string) {
  const { body } = await browser.get<Devices>("/me/sessions", { accessToken });
  return body.items.find(({ current }) => current)?.ip;
}

async function signIn(server: TestServer, address: string) {
  const browser = server.browser();
  const { email, password } = alice;
  const { body } = await browser.post<{ accessToken: string }>(
    "/auth/login",
    { email, password },
    as(address),
  );
  return { browser, accessToken: body.accessToken };
}

describe("on a server that was not told of any proxy", () => {
  let server: TestServer;
  const lines: string[] = [];
  beforeAll(async () => {
    const log = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
    server = await startTestServer({ LIMITS: "on" }, undefined, log);
    await registerAndVerify(server, alice);
  });
  afterAll(() => server.close());

  test("headers about addresses change no limit", async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const guess = { email: "bob@example.org", password: "a wrong password" };
      statuses.push((await server.browser().post("/auth/login", guess, as(`198.51.100.${attempt}`))).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });

  test("they stand in no session and in no line of the log", async () => {
    const browser = server.browser();
    const { body } = await browser.post<{ accessToken: string }>("/auth/guest", {}, as("198.51.100.77"));
    expect(await ownAddress(browser, body.accessToken)).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect(lines.join("")).not.toContain("198.51.100.77");
  });

  test("the log says once what to write, when one address asks in the name of many", async () => {
    for (let turn = 0; turn < 80; turn += 1)
      await server.browser().get("/book/search?q=x", as(`198.51.100.${turn}`));
    const told = lines.filter((line) => line.includes("TRUSTED_PROXIES"));
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0] ?? "{}")).toMatchObject({
      level: 40,
      write: expect.stringMatching(/^TRUSTED_PROXIES=(127\.0\.0\.1\/32|::1\/128)$/),
    });
  });
});

describe("on a server that knows its proxy", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ TRUSTED_PROXIES: "127.0.0.1/32,::1/128" });
    await registerAndVerify(server, alice);
  });
  afterAll(() => server.close());

  test.each(["203.0.113.7", "2001:db8::7"])(
    "a session names the reader's own address %s",
    async (address) => {
      const { browser, accessToken } = await signIn(server, address);
      expect(await ownAddress(browser, accessToken)).toBe(address);
    },
  );
});
