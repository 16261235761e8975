import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { type RunningOpenIdProvider, startOpenIdProvider } from "../../../scripts/openid-provider.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, registerAndVerify, tokenOf } from "./support/people.ts";
import { settingsOf, signInWithProvider } from "./support/providers.ts";
import { inviteAsOperator, type RestartedServer, startRestartable } from "./support/sign-up.ts";

const person = (email: string) => ({ ...alice, email });
const atProvider = (name: string, email: string) => ({ sub: `${name}-1`, email, email_verified: true, name });

let provider: RunningOpenIdProvider;
let book: RestartedServer;
beforeAll(async () => {
  const port = await findFreePort();
  provider = await startOpenIdProvider({
    redirectUris: [`http://localhost:${port}/api/auth/callback/oidc`],
    people: {
      dora: atProvider("dora", "dora@example.org"),
      emil: atProvider("emil", "emil@elsewhere.example"),
      frida: atProvider("frida", "frida@example.org"),
    },
  });
  book = await startRestartable({ PORT: String(port), ...settingsOf(provider) });
});
afterAll(async () => {
  await book.close();
  await provider.close();
});

const browser = () => book.server.browser();
const register = (email: string, more: object = {}) =>
  browser().post<{ code?: string; errors?: object[] }>("/auth/register", { ...person(email), ...more });
const accounts = async () =>
  (
    await book.server.database.db
      .selectFrom("user")
      .select("email")
      .where("isAnonymous", "=", false)
      .orderBy("email")
      .execute()
  ).map(({ email }) => email);
const withoutRequest = ({ requestId: _, ...body }: Record<string, unknown>) => body;

describe("a book that takes no new accounts", () => {
  let waiting: { readonly token: string; readonly proof: string };
  beforeAll(async () => {
    await registerAndVerify(book.server, alice);
    expect((await signInWithProvider(browser(), "dora")).status).toBe(200);
    // Registered while the book was open, proven when it is not.
    const answer = await browser().post<{ registrationProof: string }>("/auth/register", {
      ...person("late@example.org"),
      delivery: "body",
    });
    const letter = await book.server.letter("late@example.org", "verify-registration");
    waiting = { token: tokenOf(letter), proof: answer.body.registrationProof };
    await book.restart({ SIGN_UP: "closed" });
  });

  test("says so to everybody who asks how to come in", async () => {
    expect((await browser().get("/auth/methods")).body).toMatchObject({ signUp: "closed" });
  });

  test("refuses known and unknown addresses with the same bytes, and does nothing", async () => {
    const known = await register(alice.email);
    const unknown = await register("unknown@example.org");
    expect(known).toMatchObject({ status: 403, body: { code: "sign-up-closed" } });
    expect(withoutRequest(unknown.body)).toEqual(withoutRequest(known.body));
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
    const { rows } = {
      rows: await book.server.database.db.selectFrom("letterRequest").selectAll().execute(),
    };
    expect(rows).toEqual([]);
  });

  test("refuses Better Auth's clients, too", async () => {
    const { status, body } = await browser().post("/api/auth/sign-up/email", person("native@example.org"));
    expect({ status, body }).toMatchObject({ status: 403, body: { code: "sign-up-closed" } });
  });

  test("makes no account at a first sign-in with a provider, and signs in whoever has one", async () => {
    const before = await accounts();
    expect(await signInWithProvider(browser(), "frida")).toMatchObject({
      status: 403,
      body: { code: "sign-up-closed" },
    });
    expect(await accounts()).toEqual(before);
    expect((await signInWithProvider(browser(), "dora")).status).toBe(200);
    expect((await browser().post("/auth/login", alice)).status).toBe(422);
    const { email, password } = alice;
    expect((await browser().post("/auth/login", { email, password })).status).toBe(200);
  });

  test("makes no account by a letter that signs in", async () => {
    const before = await accounts();
    await browser().post("/auth/magic-link", { email: "unknown@example.org" });
    expect(await accounts()).toEqual(before);
  });

  test("lets guests ask, who stay guests", async () => {
    const reader = browser();
    const guest = await reader.post<SessionAnswer>("/auth/guest");
    expect(guest.status).toBe(201);
    const { accessToken } = guest.body;
    const refused = await reader.post("/auth/register", person("guest@example.org"), { accessToken });
    expect(refused.status).toBe(403);
    expect((await reader.get("/me", { accessToken })).body).toMatchObject({ guest: true });
  });

  test("refuses also whoever registered before, until it is open again", async () => {
    const verify = () =>
      browser().post("/auth/verify-email", { token: waiting.token, registrationProof: waiting.proof });
    expect(await verify()).toMatchObject({ status: 403, body: { code: "sign-up-closed" } });
    expect(await accounts()).not.toContain("late@example.org");
    await book.restart({ SIGN_UP: "open" });
    expect((await verify()).status).toBe(200);
    expect(await accounts()).toContain("late@example.org");
  });
});

describe("a book for addresses of some domains", () => {
  beforeAll(() => book.restart({ SIGN_UP: "domains:Example.org, bücher.example" }));

  test("names them", async () => {
    expect((await browser().get("/auth/methods")).body).toMatchObject({
      signUp: "domains",
      signUpDomains: ["example.org", "xn--bcher-kva.example"],
    });
  });

  test.each(["new@EXAMPLE.org", "new@Bücher.example", "new@xn--bcher-kva.example", alice.email])(
    "takes %s",
    async (email) => {
      expect((await register(email)).status).toBe(202);
    },
  );

  test.each(["new@sub.example.org", "new@example.org.evil.example", "new@notexample.org", "new@example.com"])(
    "refuses %s, on its field",
    async (email) => {
      expect(await register(email)).toMatchObject({
        status: 422,
        body: { code: "validation-failed", errors: [{ field: "email", code: "email-domain-refused" }] },
      });
    },
  );

  test("makes an account by a provider that vouches for such an address alone", async () => {
    expect(await signInWithProvider(browser(), "emil")).toMatchObject({
      status: 403,
      body: { code: "sign-up-closed" },
    });
    expect(await accounts()).not.toContain("emil@elsewhere.example");
    expect((await signInWithProvider(browser(), "frida")).status).toBe(200);
  });
});

test("where one has to be invited, known and unknown addresses are refused alike without", async () => {
  await book.restart({ SIGN_UP: "invitation" });
  expect((await browser().get("/auth/methods")).body).toMatchObject({ signUp: "invitation" });
  const known = await register(alice.email);
  const unknown = await register("unknown@example.org");
  expect(known).toMatchObject({ status: 403, body: { code: "invitation-needed" } });
  expect(withoutRequest(unknown.body)).toEqual(withoutRequest(known.body));
  expect(await signInWithProvider(browser(), "emil")).toMatchObject({
    status: 403,
    body: { code: "invitation-needed" },
  });
});

test("an invitation goes the way through a provider, and lets in whoever comes back", async () => {
  const { invitation } = await inviteAsOperator(book.server, { role: "moderator" });
  const unknown = await browser().post("/auth/social/oidc", { invitation: `${invitation}x` });
  expect(unknown).toMatchObject({ status: 400, body: { code: "invitation-invalid" } });
  const answer = await signInWithProvider<SessionAnswer>(browser(), "emil", { body: { invitation } });
  expect(answer).toMatchObject({ status: 200, body: { account: { role: "moderator" } } });
  const again = await browser().post("/auth/social/oidc", { invitation });
  expect(again.body).toMatchObject({ code: "invitation-invalid" });
});

describe.each(["closed", "invitation", "domains:example.com"])(
  "where SIGN_UP is %s, the link of the terminal",
  (SIGN_UP) => {
    const mode = SIGN_UP.slice(0, 4);
    const claim = (key: string, session: { accessToken?: string }) =>
      browser().post<SessionAnswer>("/admin/claim", { key }, session);
    async function newKey(): Promise<string> {
      const { url } = await book.server.operations.makeClaimLink();
      return new URLSearchParams(new URL(url).hash.slice(1)).get("k") ?? "";
    }
    beforeAll(() => book.restart({ SIGN_UP }));

    test("makes one account, which claims the server with it", async () => {
      const invitation = await newKey();
      const reader = browser();
      const carol = person(`carol-${mode}@example.org`);
      expect((await reader.post("/auth/register", { ...carol, invitation })).status).toBe(202);
      // Until the address is proven nothing is used up.
      expect((await register(`dan-${mode}@example.org`, { invitation })).status).toBe(202);
      const verify = async (email: string) => {
        const token = tokenOf(await book.server.letter(email, "verify-registration"));
        return reader.post<{ session: SessionAnswer }>("/auth/verify-email", {
          token,
          password: alice.password,
        });
      };
      const { status, body } = await verify(carol.email);
      expect(status).toBe(200);
      expect(body.session.account.role).toBe("user");
      const second = await verify(`dan-${mode}@example.org`);
      expect(["sign-up-closed", "invitation-invalid"]).toContain((second.body as { code?: string }).code);
      expect((await register(`eve-${mode}@example.org`, { invitation })).status).not.toBe(202);
      expect((await claim(invitation, body.session)).body).toMatchObject({ account: { role: "admin" } });
    });

    test("makes none once it has been used to claim, was replaced, or has run out, and is in no list", async () => {
      const owner = { email: `olga-${mode}@example.org`, password: alice.password };
      await book.server.operations.createAdministrator({ ...owner, language: "en" });
      const signedIn = async () => (await browser().post<SessionAnswer>("/auth/login", owner)).body;
      const used = await newKey();
      const admin = await claim(used, await signedIn());
      const replaced = await newKey();
      const expired = await newKey();
      const { accessToken } = admin.body;
      const list = await browser().get<{ items: { acceptedAt: string | null }[] }>("/admin/invitations", {
        accessToken,
      });
      expect(list.body.items.filter(({ acceptedAt }) => acceptedAt === null)).toEqual([]);
      expect((await register(`frank-${mode}@example.org`, { invitation: expired })).status).toBe(202);
      book.server.clock.advance(30 * 60_000);
      for (const invitation of [used, replaced, expired]) {
        const { status, body } = await register(`gina-${mode}@example.org`, { invitation });
        expect({ status, code: body.code }).toEqual(
          SIGN_UP === "closed"
            ? { status: 403, code: "sign-up-closed" }
            : { status: 400, code: "invitation-invalid" },
        );
      }
    });
  },
);
