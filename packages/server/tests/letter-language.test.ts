import { loadLetters } from "@bookplate/messages/letters";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test("a reader who registers on an Urdu page gets an Urdu letter, and so are all that follow", async () => {
  const words = await loadLetters("ur");
  const { accessToken } = await registerAndVerify(server, { ...alice, language: "ur-PK" });
  const letter = await server.letter(alice.email, "verify-registration");
  expect(letter.html).toContain('<html lang="ur" dir="rtl">');
  expect(letter.html).toContain(`<bdi dir="ltr">${alice.email}</bdi>`);
  expect(letter.text).toContain(words.verifyRegistration.notYou);

  const preferences = await server.browser().get("/me/preferences", { accessToken });
  expect(preferences.body).toMatchObject({ language: "ur-PK" });

  // Somebody who tries the address again on an English page does not choose its owner's language.
  await server.browser().post("/auth/register", { ...alice, language: "en" });
  const second = await server.letter(alice.email, "already-registered");
  expect(second.html).toContain('<html lang="ur" dir="rtl">');
  expect(second.text).toContain(words.alreadyRegistered.notYou);
});

test("a registration that names no language gets an English letter", async () => {
  await server.browser().post("/auth/register", bob);
  const letter = await server.letter(bob.email, "verify-registration");
  expect(letter.html).toContain('<html lang="en" dir="ltr">');
});
