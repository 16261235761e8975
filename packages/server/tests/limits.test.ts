import { availableParallelism } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ LIMITS: "on", TRUSTED_PROXIES: "127.0.0.1/32,::1/128" });
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
const login = (password: string, address: string) =>
  server.browser().post("/auth/login", { email: alice.email, password }, from(address));

test("wrong passwords from one address come to an end that says when, and other addresses are not touched", async () => {
  const answers = [];
  for (let attempt = 0; attempt < 12; attempt += 1)
    answers.push(await login("a wrong password", "203.0.113.1"));
  expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429, 429]);
  const refused = answers.at(-1);
  expect(refused?.body).toMatchObject({
    code: "too-many-requests",
    limit: 10,
    remaining: 0,
    resetAt: expect.any(String),
  });
  expect(refused?.headers.get("ratelimit-policy")).toBe('"login";q=10;w=60');
  expect(refused?.headers.get("ratelimit")).toMatch(/^"login";r=0;t=\d+$/);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await login(alice.password, "203.0.113.1")).status).toBe(429);
  expect((await login(alice.password, "203.0.113.2")).status).toBe(200);
});

test("a right password gives its point back, so that a reader may come and go", async () => {
  for (let attempt = 0; attempt < 15; attempt += 1)
    expect((await login(alice.password, "203.0.113.3")).status).toBe(200);
});

test("all addresses of one /64 count as one", async () => {
  const answers = [];
  for (const end of ["1", "2:3", "ffff:0:0:9", "A::1"]) {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const address = end.includes("::")
        ? `2001:DB8:0:7:${end}`
        : `2001:db8:0:7:${"0:".repeat(4 - end.split(":").length)}${end}`;
      answers.push(await login("a wrong password", address));
    }
  }
  expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429, 429]);
  expect((await login("a wrong password", "2001:db8:0:8::1")).status).toBe(401);
});

test.each([
  ["/auth/guest", {}, 30, 201],
  ["/auth/register", { email: "limit@example.org", name: "L", password: alice.password }, 20, 202],
])("%s is limited too", async (path, body, points, accepted) => {
  const statuses = [];
  for (let turn = 0; turn < points + 1; turn += 1) {
    statuses.push((await server.browser().post(path, body, from("203.0.113.9"))).status);
  }
  expect(statuses).toEqual([...Array(points).fill(accepted), 429]);
});

test("a flood of passwords is turned away politely, and who needs no hashing is served meanwhile", async () => {
  const { body: guest } = await server
    .browser()
    .post<{ accessToken: string }>("/auth/guest", {}, from("203.0.113.50"));
  // More than each core's thread and the places behind it.
  const flood = Array.from({ length: availableParallelism() * 75 }, (_, index) =>
    login("a wrong password", `198.51.${100 + (index >> 8)}.${index & 255}`),
  );
  expect((await server.browser().get("/auth/session", { accessToken: guest.accessToken })).status).toBe(200);
  const answers = await Promise.all(flood);
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status === 401).length).toBe(answers.length - busy.length);
  for (const { body, headers } of busy) {
    expect(body).toMatchObject({ code: "server-busy" });
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
});
