import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiBase, operationsOf } from "../src/http/openapi-operations.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { requestBodies, resolveSchema } from "./support/api-document.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

type ApiDocument = Parameters<typeof operationsOf>[0];

let server: TestServer;
let mine: SessionAnswer;
let others: SessionAnswer;
let document: ApiDocument;
beforeAll(async () => {
  server = await startTestServer();
  // Whatever is seen of a session meanwhile changes no answer.
  server.clock.standStill();
  mine = await registerAndVerify(server, alice);
  others = await registerAndVerify(server, bob);
  document = (await server.browser().get<ApiDocument>("/openapi.json")).body;
});
afterAll(() => server.close());

/** What a client must never decide about somebody. */
const forbidden: Readonly<Record<string, unknown>> = {
  role: "admin",
  emailVerified: true,
  isAnonymous: false,
  banned: false,
  id: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
  userId: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
  ownerId: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
  guestId: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
  createdAt: "2020-01-01T00:00:00.000Z",
  passwordHash: "$2b$12$",
  twoFactorEnabled: true,
};

const stateOf = (userId: string) =>
  server.database.db.selectFrom("user").selectAll().where("id", "=", userId).executeTakeFirst();

test("no body takes a field that it does not name", () => {
  const open = operationsOf(document).flatMap(({ method, address, operation }) =>
    requestBodies(operation)
      .filter(({ mediaType }) => mediaType === "application/json")
      .filter(({ schema }) => {
        const resolved = resolveSchema(document, schema) as { anyOf?: object[]; oneOf?: object[] };
        const variants = resolved.anyOf ?? resolved.oneOf ?? [resolved];
        return variants.some((variant) => Reflect.get(variant, "additionalProperties") !== false);
      })
      .map(() => `${method} ${address}`),
  );
  expect(open).toEqual([]);
});

describe("a field that is not the client's to set is refused, and changes nothing", () => {
  test.each(Object.keys(forbidden))("%s", async (field) => {
    const extra = { [field]: forbidden[field] };
    const browser = server.browser();
    const { accessToken } = mine;
    const before = await stateOf(mine.account.id);
    const registration = { ...bob, email: "new@example.org" };
    const { email, password } = alice;
    const answers = await Promise.all([
      browser.post("/auth/register", { ...registration, ...extra }),
      browser.post("/auth/login", { email, password, ...extra }),
      browser.post("/auth/guest", extra),
      browser.post("/auth/verify-email", { token: "x".repeat(43), ...extra }),
      browser.post("/guests/claim", extra, { accessToken }),
      browser.post("/conversations", extra, { accessToken }),
      browser.post("/me/bookmarks", { page: "/lamp", ...extra }, { accessToken }),
      browser.send("PATCH", "/me", { accessToken, body: { name: "Alice", ...extra } }),
      browser.send("PATCH", "/me/preferences", { accessToken, body: extra }),
    ]);
    for (const { status, body } of answers) {
      expect({ status, body }).toMatchObject({ status: 422, body: { code: "validation-failed" } });
    }
    expect(await stateOf(mine.account.id)).toEqual(before);
  });
});

test("a registration that tried is no registration", async () => {
  const email = "tried@example.org";
  await server.browser().post("/auth/register", { ...bob, email, role: "admin" });
  await server.browser().post("/auth/register", { ...bob, email });
  const token = tokenOf(await server.letter(email, "verify-registration"));
  const { body } = await server
    .browser()
    .post<{ session: SessionAnswer }>("/auth/verify-email", { token, password: bob.password });
  expect(body.session.account).toMatchObject({ role: "user", guest: false, twoFactor: false });
});

describe("a list of one's own", () => {
  const lists = ["/conversations", "/me/bookmarks", "/me/activity", "/me/sessions", "/me/passkeys"];

  test.each(lists)("%s shows nobody else's, whatever the address asks for", async (path) => {
    const { accessToken } = mine;
    await server.browser().post("/conversations", { title: "Bob's" }, others);
    await server.browser().post("/me/bookmarks", { page: "/bobs" }, others);
    const plain = await server.browser().get(path, { accessToken });
    expect(plain.status).toBe(200);
    for (const query of [
      `userId=${others.account.id}`,
      `ownerId=${others.account.id}`,
      "include=user",
      "sort=passwordHash",
      "all=true",
    ]) {
      const answer = await server.browser().get(`${path}?${query}`, { accessToken });
      if (answer.status !== 422) expect(answer.body, query).toEqual(plain.body);
    }
  });

  test.each(lists)("%s refuses numbers that are none", async (path) => {
    const pages = operationsOf(document).find(
      ({ method, address }) => method === "get" && address === `${apiBase}${path}`,
    );
    const takesLimit = JSON.stringify(pages?.operation.parameters ?? []).includes('"limit"');
    for (const limit of takesLimit ? ["-1", "0", "101", "1e9", "many"] : []) {
      const { status } = await server
        .browser()
        .get(`${path}?limit=${limit}`, { headers: { authorization: `Bearer ${mine.accessToken}` } });
      expect(status).toBe(422);
    }
  });
});
