import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { createOfficialApp, releases } from "../support/official-app.ts";
import {
  actAtProvider,
  comeBack,
  type ServerWithProvider,
  startServerWithProvider,
} from "../support/providers.ts";

let running: ServerWithProvider;
beforeAll(async () => {
  running = await startServerWithProvider({
    carol: { sub: "carol-1", email: "carol@example.org", email_verified: true, name: "Carol" },
  });
});
afterAll(() => running.close());

interface Begun {
  readonly url: string;
  readonly proof: string;
  readonly redirect: boolean;
}

describe.each(releases)("the official client %s", (release) => {
  test("goes to a provider, and its app signs in with what comes back", async () => {
    const { server } = running;
    const app = createOfficialApp(release, server.url);
    const begun = await app.client.signIn.social({
      provider: "oidc",
      callbackURL: `${server.url}/app`,
      disableRedirect: true,
    });
    expect(begun.error).toBeNull();
    const { url, proof, redirect } = begun.data as Begun;
    expect(redirect).toBe(false);
    const { page, values } = await comeBack(server.browser(), await actAtProvider(url, "carol"));
    expect(page).toBe(`${server.url}/app`);
    const { status, body } = await server
      .browser()
      .post<SessionAnswer>("/auth/social", { code: values.code, proof });
    expect(status).toBe(200);
    app.tokens.access = body.accessToken;
    expect((await app.client.getSession()).data?.user).toMatchObject({
      email: "carol@example.org",
      emailVerified: true,
    });

    const [link] = (await app.client.listAccounts()).data ?? [];
    expect(link?.providerId).toBe(`oidc:${running.provider.issuer}`);
    const unlinked = await app.client.$fetch("/unlink-account", {
      method: "POST",
      body: { providerId: "oidc" },
    });
    expect(unlinked.error).toMatchObject({ status: 409, code: "last-sign-in-method" });
  });

  test("is sent to no foreign page, to no provider that is off, and signs in with no token of a provider", async () => {
    const { server } = running;
    const { client } = createOfficialApp(release, server.url);
    const social = (body: object) => client.$fetch("/sign-in/social", { method: "POST", body });
    const foreign = await social({ provider: "oidc", callbackURL: "https://evil.example/" });
    expect(foreign.error).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    const twice = await social({ provider: "oidc", callbackURL: ["/login", "https://evil.example/"] });
    expect(twice.error).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    const off = await social({ provider: "google" });
    expect(off.error).toMatchObject({ status: 404 });
    const token = await social({ provider: "oidc", idToken: { token: "a.b.c" } });
    expect(token.error).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });
});
