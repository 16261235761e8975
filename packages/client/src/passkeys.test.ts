import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openBrowser } from "./tests/browser.ts";
import { alice, json, problem } from "./tests/playing-server.ts";

const options = {
  challenge: "AAAA",
  rpId: "book.example.org",
  timeout: 600_000,
  userVerification: "required",
};
const response = { clientDataJSON: "client", authenticatorData: "data", signature: "signature" };

/** What a browser with passkeys has. */
class FakeCredential {
  static parseCreationOptionsFromJSON = (json: unknown) => json;
  static parseRequestOptionsFromJSON = (json: unknown) => json;
  static isConditionalMediationAvailable = async () => true;
  static signalUnknownCredential = vi.fn(async () => {});
  toJSON = () => ({ id: "passkey", rawId: "passkey", type: "public-key", response });
}

const get = vi.fn();
beforeEach(() => {
  get.mockReset().mockResolvedValue(new FakeCredential());
  FakeCredential.signalUnknownCredential.mockClear();
  vi.stubGlobal("PublicKeyCredential", FakeCredential);
  vi.stubGlobal("navigator", { credentials: { get } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function openSignIn() {
  const { server, openTab } = await openBrowser();
  server.always("POST /auth/passkey/options", (_, answer) =>
    json(answer, 200, { requestId: "request", options }),
  );
  return { server, client: openTab() };
}

const session = { accessToken: "token", tokenType: "Bearer", expiresIn: 900, account: alice };

test("a passkey signs in: what the browser made goes back with the request's id", async () => {
  const { server, client } = await openSignIn();
  server.next("POST /auth/passkey/verify", (_, answer) => json(answer, 200, session));
  expect(await client.passkeys.signIn({ inForm: true })).toMatchObject({
    status: "signed-in",
    account: alice,
  });
  expect(client.getSnapshot()).toMatchObject({ status: "user" });
  expect(get.mock.calls[0]?.[0]).toMatchObject({ publicKey: options, mediation: "conditional" });
  const sent = server.received.find(({ call }) => call === "POST /auth/passkey/verify");
  expect(sent?.body).toEqual({
    requestId: "request",
    credential: { id: "passkey", type: "public-key", response },
    delivery: "cookie",
  });
});

test("whether a guest's things come along is asked when the passkey is picked, and not said where nobody was asked", async () => {
  const { server, client } = await openSignIn();
  server.always("POST /auth/passkey/verify", (_, answer) => json(answer, 200, session));
  let keep: boolean | undefined = true;
  get.mockImplementation(async () => {
    keep = false;
    return new FakeCredential();
  });
  await client.passkeys.signIn({ inForm: true, keepGuestChats: () => keep });
  await client.passkeys.signIn({ keepGuestChats: () => undefined });
  const sent = server.received.filter(({ call }) => call === "POST /auth/passkey/verify");
  expect(sent[0]?.body).toMatchObject({ keepGuestChats: false });
  expect(sent[1]?.body).not.toHaveProperty("keepGuestChats");
});

test("a reader who gives up is no failure, and the server is told nothing", async () => {
  const { server, client } = await openSignIn();
  get.mockRejectedValue(new DOMException("", "NotAllowedError"));
  expect(await client.passkeys.signIn()).toBeNull();
  expect(server.count("POST /auth/passkey/verify")).toBe(0);
});

test("the browser is told of a passkey that the server does not know any more", async () => {
  const { server, client } = await openSignIn();
  server.next("POST /auth/passkey/verify", (_, answer) => problem(answer, 401, "passkey-unknown"));
  await expect(client.passkeys.signIn()).rejects.toMatchObject({ code: "passkey-unknown" });
  expect(FakeCredential.signalUnknownCredential).toHaveBeenCalledWith({
    rpId: "book.example.org",
    credentialId: "passkey",
  });
});

test("a browser without passkeys says so, and asks the server nothing", async () => {
  const { server, openTab } = await openBrowser();
  vi.stubGlobal("PublicKeyCredential", undefined);
  expect(await openTab().passkeys.known()).toEqual({ atAll: false, inForms: false, onDevice: false });
  expect(server.received).toEqual([]);
});
