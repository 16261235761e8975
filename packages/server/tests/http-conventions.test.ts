import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemCodes } from "../src/problem-codes.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let session: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  session = await registerAndVerify(server, alice, { delivery: "body" });
});
afterAll(() => server.close());

interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
}

/** The number of rows in all tables: equal before and after means that nothing was written. */
async function countEverything(): Promise<number> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(server.database.db);
  let sum = 0;
  // What every request with a token leaves behind: that somebody was here on this day.
  for (const { name } of tables.filter((table) => table.name !== "active_day")) {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from ${sql.table(name)}`.execute(server.database.db);
    sum += rows[0]?.count ?? 0;
  }
  return sum;
}

const login = { email: alice.email, password: alice.password };

describe("a request that cannot be accepted is answered with its problem, and nothing is written", () => {
  test.each<
    [
      string,
      string,
      string,
      { body?: unknown; headers?: Record<string, string>; origin?: string },
      number,
      string,
    ]
  >([
    ["malformed JSON", "POST", "/auth/login", { body: "{" }, 400, "malformed-json"],
    [
      "a body that is not UTF-8",
      "POST",
      "/auth/login",
      { body: "\u00ff{".replace("\u00ff", "\ud800") },
      400,
      "malformed-json",
    ],
    ["an array for an object", "POST", "/auth/login", { body: "[]" }, 422, "validation-failed"],
    ["null for an object", "POST", "/auth/login", { body: "null" }, 422, "validation-failed"],
    [
      "a wrong type",
      "POST",
      "/auth/login",
      { body: { email: { $ne: null }, password: "x" } },
      422,
      "validation-failed",
    ],
    [
      "an unknown field",
      "POST",
      "/auth/login",
      { body: { ...login, admin: true } },
      422,
      "validation-failed",
    ],
    [
      "a polluted prototype",
      "POST",
      "/auth/login",
      { body: `{"__proto__":{"x":1},"email":"a@b.org","password":"x"}` },
      422,
      "validation-failed",
    ],
    [
      "half of a surrogate pair",
      "POST",
      "/auth/login",
      { body: `{"email":"a@b.org","password":"\\ud800 and more"}` },
      422,
      "validation-failed",
    ],
    [
      "text",
      "POST",
      "/auth/login",
      { body: JSON.stringify(login), headers: { "content-type": "text/plain" } },
      415,
      "unsupported-media-type",
    ],
    [
      "a form",
      "POST",
      "/auth/login",
      { body: "email=a", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "unsupported-media-type",
    ],
    [
      "another charset",
      "POST",
      "/auth/login",
      { body: JSON.stringify(login), headers: { "content-type": "application/json; charset=utf-7" } },
      415,
      "unsupported-media-type",
    ],
    [
      "JSON that calls itself something else",
      "POST",
      "/auth/login",
      { body: JSON.stringify(login), headers: { "content-type": "application/ld+json" } },
      415,
      "unsupported-media-type",
    ],
    [
      "a body over 64 KiB",
      "POST",
      "/auth/login",
      { body: JSON.stringify({ ...login, x: "x".repeat(65_536) }) },
      413,
      "body-too-large",
    ],
    ["an unknown route", "POST", "/auth/nothing", { body: "{" }, 404, "not-found"],
    [
      "a route that there never will be",
      "POST",
      "/admin/impersonate",
      { body: { id: "a" } },
      404,
      "not-found",
    ],
    ["another method", "PUT", "/auth/login", { body: login }, 405, "method-not-allowed"],
    ["a method that nobody knows", "PURGE", "/auth/login", {}, 405, "method-not-allowed"],
    [
      "a method in a header",
      "GET",
      "/auth/login",
      { headers: { "x-http-method-override": "POST" } },
      405,
      "method-not-allowed",
    ],
    [
      "a foreign origin",
      "POST",
      "/auth/login",
      { body: login, origin: "https://evil.example" },
      403,
      "origin-not-allowed",
    ],
    ["a null origin", "POST", "/auth/guest", { origin: "null" }, 403, "origin-not-allowed"],
    ["an id that is no UUID", "GET", "/conversations/1", {}, 404, "not-found"],
    ["a bad limit", "GET", "/conversations?limit=0", {}, 422, "validation-failed"],
    ["a bad cursor", "GET", "/conversations?cursor=%00", {}, 422, "validation-failed"],
  ])("%s", async (_what, method, path, options, status, code) => {
    const before = await countEverything();
    const accessToken = path.startsWith("/conversations") ? session.accessToken : undefined;
    const answer = await server.browser().send<Problem>(method, path, { ...options, accessToken });
    expect(answer.body).toMatchObject({ status, code, type: `${server.url}/problems/${code}` });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-request-id")).toBe(answer.body.requestId);
    expect(await countEverything()).toBe(before);
  });

  test("a known address says which methods it has", async () => {
    const { headers } = await server.browser().send("DELETE", "/me/preferences");
    expect(headers.get("allow")).toBe("GET, HEAD, PATCH");
  });

  test("an empty body needs no content type", async () => {
    const answer = await fetch(`${server.url}/api/v1/auth/guest`, {
      method: "POST",
      headers: { origin: server.url },
    });
    expect(answer.status).toBe(201);
  });
});

test("every problem's type is a page that explains it", async () => {
  for (const code of problemCodes) {
    const page = await fetch(`${server.url}/problems/${code}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(code);
  }
  expect((await fetch(`${server.url}/problems/nonsense`)).status).toBe(404);
});

test("every route of the contract that needs a token refuses to work without one", async () => {
  const { body: document } = await server.browser().get<{
    paths: Record<string, Record<string, { security?: object[]; responses: Record<string, unknown> }>>;
  }>("/openapi.json");
  const guarded = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security = [] }]) => security.length > 0 && security.every((way) => "accessToken" in way))
      .map(([method]) => ({
        method: method.toUpperCase(),
        path: path.replace("{id}", "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55"),
      })),
  );
  expect(guarded.length).toBeGreaterThan(8);
  for (const { method, path } of guarded) {
    const body = method === "GET" || method === "DELETE" ? {} : { body: {} };
    const { status, headers } = await server.browser().send(method, path, body);
    expect({ method, path, status }).toEqual({ method, path, status: 401 });
    expect(headers.get("www-authenticate")).toContain("Bearer");
  }
});

test("bob cannot reach alice's conversation by any route, and cannot tell that it exists", async () => {
  const bobs = await registerAndVerify(server, bob, { delivery: "body" });
  const { body: conversation } = await server
    .browser()
    .post<{ id: string }>("/conversations", { title: "Alice's" }, session);
  const absent = "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55";
  for (const [method, path, body] of [
    ["GET", "", undefined],
    ["PATCH", "", { title: "Mine now" }],
    ["DELETE", "", undefined],
    ["GET", "/messages", undefined],
    ["POST", "/messages", { content: "What did she ask?" }],
  ] as const) {
    const [foreign, missing] = await Promise.all(
      [conversation.id, absent].map((id) =>
        server.browser().send(method, `/conversations/${id}${path}`, {
          ...(body && { body }),
          accessToken: bobs.accessToken,
        }),
      ),
    );
    expect(foreign).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect({ ...foreign?.body, requestId: "" }).toEqual({ ...missing?.body, requestId: "" });
  }
  const { body: own } = await server.browser().get(`/conversations/${conversation.id}`, session);
  expect(own).toMatchObject({ title: "Alice's" });
});

test("an endpoint of Better Auth that is off is closed, as is everything else outside of the API", async () => {
  for (const [method, path] of [
    ["POST", "/api/auth/link-social"],
    ["GET", "/api/auth/token"],
    ["GET", "/api/v2"],
    ["POST", "/"],
  ] as const) {
    const answer = await fetch(server.url + path, { method, headers: { origin: server.url } });
    expect({ path, status: answer.status }).toEqual({ path, status: 404 });
    expect(await answer.json()).toMatchObject({ code: "not-found" });
  }
});

describe("cross-origin requests", () => {
  test("from an allowed origin may send credentials", async () => {
    const { headers } = await server.browser().get("/auth/session", session);
    expect(headers.get("access-control-allow-origin")).toBe(server.url);
    expect(headers.get("access-control-allow-credentials")).toBe("true");
    expect(headers.get("vary")).toContain("Origin");
  });

  test("from any other get no permission, and caches keep the two apart", async () => {
    for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`]) {
      const answer = await server.browser().get("/auth/session", { ...session, origin });
      expect(answer.headers.has("access-control-allow-origin")).toBe(false);
      expect(answer.headers.get("vary")).toContain("Origin");
    }
  });

  test("ask first, and are told", async () => {
    const preflight = (origin: string) =>
      server
        .browser()
        .send("OPTIONS", "/auth/login", { origin, headers: { "access-control-request-method": "POST" } });
    expect((await preflight(server.url)).headers.get("access-control-allow-methods")).toContain("POST");
    expect((await preflight("https://evil.example")).headers.has("access-control-allow-methods")).toBe(false);
  });
});

test("a GET changes nothing and sets no cookie, whatever it carries", async () => {
  const browser = server.browser();
  await browser.post("/auth/login", login);
  const { body: document } = await browser.get<{ paths: Record<string, object> }>("/openapi.json");
  const before = await countEverything();
  // That a copy of everything was made is noted; see tests/audit-coverage.test.ts.
  for (const path of Object.keys(document.paths).filter((known) => !known.endsWith("/me/export"))) {
    const address = path.replace("{id}", "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55");
    for (const method of ["GET", "HEAD"]) {
      const { headers } = await browser.send(method, address, { accessToken: session.accessToken });
      expect(headers.getSetCookie()).toEqual([]);
    }
  }
  expect(await countEverything()).toBe(before);
});

test("every answer carries the headers that browsers should obey", async () => {
  for (const path of [
    "/api/v1/me",
    "/",
    "/healthz",
    "/api/v1/openapi.json",
    "/dev/mail",
    "/problems/not-found",
    "/no-such-page",
  ]) {
    const { headers } = await fetch(server.url + path);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
    expect(headers.get("content-security-policy"), path).toMatch(/frame-ancestors 'none'/);
  }
});
