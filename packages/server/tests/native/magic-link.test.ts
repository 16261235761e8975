import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { createOfficialApp, releases } from "../support/official-app.ts";
import { alice, registerAndVerify, tokenOf } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe.each(releases)("the official client %s", (release) => {
  test("asks for a letter that signs in, and hears the same for an address without an account", async () => {
    const person = { ...alice, email: `alice-${release}@example.org` };
    await registerAndVerify(server, person);
    const { client } = createOfficialApp(release, server.url);
    const known = await client.signIn.magicLink({ email: person.email, callbackURL: "https://evil.example" });
    const unknown = await client.signIn.magicLink({ email: `nobody-${release}@example.org` });
    expect(known).toMatchObject({ data: { status: true }, error: null });
    expect(unknown.data).toEqual(known.data);

    const letter = await server.letter(person.email, "magic-link");
    expect(letter.text).not.toContain("evil.example");
    const { body } = await server
      .browser()
      .post<SessionAnswer>("/auth/magic-link/verify", { token: tokenOf(letter), delivery: "body" });
    expect(body.account.email).toBe(person.email);
    expect(await server.letters(`nobody-${release}@example.org`)).toEqual([]);
  });

  test("opens no session by GET", async () => {
    const { client } = createOfficialApp(release, server.url);
    const { error } = await client.$fetch("/magic-link/verify?token=anything");
    expect(error).toMatchObject({ status: 404 });
  });
});
