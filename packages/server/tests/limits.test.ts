import { availableParallelism } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { floodWithGuests } from "./support/attacks.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    LIMITS: "on",
    BCRYPT_COST: "10",
    TRUSTED_PROXIES: "127.0.0.1/32,::1/128",
  });
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
const login = (password: string, address: string) =>
  server.browser().post("/auth/login", { email: alice.email, password }, from(address));
const guessAt = (email: string, address: string) =>
  server.browser().post("/auth/login", { email, password: "a wrong password" }, from(address));

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

test("whoever has a whole /48 is counted by it as well, and the next one is not", async () => {
  const use = (network: string) =>
    server.browser().post("/auth/verify-email", { token: "none" }, from(`2001:db8:${network}::1`));
  const answers = await Promise.all(
    Array.from({ length: 170 }, (_, index) => use(`77:${index.toString(16)}`)),
  );
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(150);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(20);
  expect(refused[0]?.headers.get("ratelimit-policy")).toBe('"verify-wide";q=150;w=60');
  expect((await use("78:1")).status).toBe(400);
});

test("an IPv4 address is the same however it is written, and its neighbour is somebody else", async () => {
  const use = (address: string) =>
    server.browser().post("/auth/verify-email", { token: "none" }, from(address));
  const forms = ["203.0.113.40", "::ffff:203.0.113.40", "::FFFF:203.0.113.40", "203.0.113.40:55100"];
  const statuses = [];
  for (let attempt = 0; attempt < 32; attempt += 1)
    statuses.push((await use(forms[attempt % 4] ?? "")).status);
  expect(statuses).toEqual([...Array(30).fill(400), 429, 429]);
  expect((await use("203.0.113.41")).status).toBe(400);
});

test("passwords that were leaked elsewhere are tried at ten accounts from one address, however many it knows", async () => {
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, index) => guessAt(`reader${index}@example.org`, "203.0.113.5")),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(490);
});

test("a flood of ten thousand guests leaves as many rows as its address may have guests", {
  timeout: 120_000,
}, async () => {
  const guests = () =>
    server.database.db
      .selectFrom("user")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("isAnonymous", "=", true)
      .executeTakeFirstOrThrow();
  const before = Number((await guests()).count);
  const answers = await Promise.all(
    Array.from({ length: 300 }, () => server.browser().post("/auth/guest", {}, from("203.0.113.9"))),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(30);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(270);
  expect(await floodWithGuests(server, "203.0.113.9", 9_700)).toEqual({ 429: 9_700 });
  expect(Number((await guests()).count) - before).toBe(30);
});

test("registering is limited too, and says beforehand how often it may be tried", async () => {
  const register = (turn: number) => {
    const body = { email: `limit${turn}@example.org`, name: "L", password: alice.password };
    return server.browser().post("/auth/register", body, from("2001:db8:9:1::1"));
  };
  const answers = [];
  for (let turn = 0; turn < 21; turn += 1) answers.push(await register(turn));
  expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(202), 429]);
  const [first] = answers;
  expect(first?.headers.get("ratelimit-policy")).toBe('"register";q=20;w=60, "register-wide";q=60;w=60');
  expect(first?.headers.get("ratelimit")).toMatch(/^"register";r=19;t=60, "register-wide";r=59;t=60$/);
});

test("a flood of passwords is turned away politely, and who needs no hashing is served meanwhile", {
  timeout: 120_000,
}, async () => {
  const { body: guest } = await server
    .browser()
    .post<{ accessToken: string }>("/auth/guest", {}, from("203.0.113.50"));
  // At least three hundred, and more than each core's thread and the places behind it.
  const flood = Array.from({ length: Math.max(300, availableParallelism() * 75) }, (_, index) =>
    server
      .browser()
      .post(
        "/auth/login",
        { email: `reader${index}@example.org`, password: "a wrong password" },
        from(`198.51.${100 + (index >> 8)}.${index & 255}`),
      ),
  );
  expect((await server.browser().get("/auth/session", { accessToken: guest.accessToken })).status).toBe(200);
  const answers = await Promise.all(flood);
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status === 401).length).toBe(answers.length - busy.length);
  for (const { body, headers } of busy) {
    expect(body).toMatchObject({ code: "server-busy", requestId: headers.get("x-request-id") });
    expect(headers.get("content-type")).toBe("application/problem+json");
    // Pages of the book on another origin can read it.
    expect(headers.get("access-control-allow-origin")).toBe(server.url);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
  // Whoever finds no place has not tried, also who came before the places were taken: no point is taken of anything.
  expect(busy.filter(({ headers }) => headers.get("ratelimit") !== null)).toEqual([]);
});
