import { type Account, createClient, type SignedIn } from "@bookplate/client";
import { expect, test, vi } from "vitest";
import { createSignInActions } from "./sign-in-actions.ts";

const account: Account = {
  id: "alice",
  email: "alice@example.org",
  emailVerified: true,
  name: "Alice",
  image: null,
  twoFactor: true,
  role: "user",
  guest: false,
  createdAt: "2026-11-21T10:00:00.000Z",
  preferences: {
    language: "en",
    theme: "system",
    notifications: { security: true, product: false, replies: false },
  },
};
const waiting: SignedIn = {
  status: "signed-in",
  account,
  merged: 0,
  claimable: 2,
  secondFactorMissing: false,
};
const challenge = {
  status: "second-factor-required",
  challenge: "c",
  methods: ["totp"],
  expiresAt: "2026-11-21T10:05:00.000Z",
} as const;
const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };

/** A server at which a guest's things wait after every sign-in. */
function play() {
  const client = createClient();
  const calls = {
    login: vi.fn<typeof client.auth.login>(async () => waiting),
    secondFactor: vi.fn<typeof client.auth.secondFactor>(async () => waiting),
    signInWithMagicLink: vi.fn<typeof client.auth.signInWithMagicLink>(async () => waiting),
    leaveConversations: vi.fn<typeof client.auth.leaveConversations>(async () => {}),
  };
  const signIn = vi.fn<typeof client.passkeys.signIn>(async (prompt) => {
    prompt?.keepGuestChats?.();
    return waiting;
  });
  const setters = {
    setDialog: vi.fn(),
    setAdded: vi.fn(),
    setWaiting: vi.fn(),
    setDismissed: vi.fn(),
    setOffering: vi.fn(),
  };
  const auth = { ...client.auth, ...calls };
  const passkeys = { ...client.passkeys, signIn };
  const actions = createSignInActions({ client: { ...client, auth, passkeys }, ...setters });
  return { actions, calls, ...setters };
}

test("whoever was asked in the form is not asked again, whether by password or by passkey", async () => {
  const { actions, calls, setWaiting } = play();
  await actions.login({ ...credentials, keepGuestChats: false });
  await actions.loginWithPasskey({ keepGuestChats: () => false });
  expect(calls.leaveConversations).toHaveBeenCalledTimes(2);
  expect(setWaiting).not.toHaveBeenCalled();
});

test("whoever was not asked is asked afterwards", async () => {
  const { actions, calls, setWaiting } = play();
  await actions.login(credentials);
  await actions.loginWithPasskey();
  expect(setWaiting.mock.calls).toEqual([[2], [2]]);
  expect(calls.leaveConversations).not.toHaveBeenCalled();
});

test("what was said before the password holds after the second step", async () => {
  const { actions, calls, setWaiting } = play();
  calls.login.mockResolvedValueOnce({ ...challenge, methods: ["totp"] });
  await actions.login({ ...credentials, keepGuestChats: false });
  await actions.secondFactor({ challenge: "c", method: "totp", code: "123456" });
  expect(calls.leaveConversations).toHaveBeenCalledTimes(1);
  expect(setWaiting).not.toHaveBeenCalled();
});

test("what was said in a form that led nowhere does not speak for a letter's link", async () => {
  const { actions, calls, setWaiting } = play();
  calls.login.mockResolvedValueOnce({ ...challenge, methods: ["totp"] });
  await actions.login({ ...credentials, keepGuestChats: false });
  await actions.loginWithMagicLink({ token: "t" });
  expect(setWaiting).toHaveBeenCalledWith(2);
  expect(calls.leaveConversations).not.toHaveBeenCalled();
});
