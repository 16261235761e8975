import type { Letter } from "../../src/mail/letter.ts";

const to = "alice@example.org";
const book = "http://localhost:7860";
const token = "q7Yf0Z1sBkT3vJm9xWcR5dLh2nPa8uEg6iQyoXzKtVw";
const at = new Date("2026-11-20T09:12:00Z");
const device = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const sighting = { device, at };
const code = { code: "00217738", codeExpiresInMinutes: 10 };

/** One of every letter, and of every change that a letter is about, under a name for each. */
export function sampleLetters(language: string) {
  const addressed = { to, language };
  const verification = {
    ...addressed,
    ...code,
    name: "Alice",
    url: `${book}/verify#token=${token}&email=alice%40example.org`,
    expiresInHours: 24,
  };
  const secondFactor = {
    ...addressed,
    ...sighting,
    kind: "second-factor-changed",
    url: `${book}/account`,
  } as const;
  const signInMethod = {
    ...addressed,
    ...sighting,
    kind: "sign-in-method-changed",
    url: `${book}/account`,
  } as const;
  return {
    "verify-registration": { ...verification, kind: "verify-registration" },
    "verify-user": { ...verification, kind: "verify-user" },
    "already-registered": { ...addressed, kind: "already-registered", loginUrl: `${book}/login` },
    "session-stolen": { ...addressed, ...sighting, kind: "session-stolen", loginUrl: `${book}/login` },
    "new-device": {
      ...addressed,
      ...sighting,
      kind: "new-device",
      place: "Lahore, Pakistan",
      url: `${book}/account#devices`,
    },
    "password-reset": {
      ...addressed,
      ...code,
      ...sighting,
      kind: "password-reset",
      name: "Alice",
      url: `${book}/reset#token=${token}&email=alice%40example.org`,
      expiresInHours: 1,
    },
    "password-changed": { ...addressed, ...sighting, kind: "password-changed", url: `${book}/forgot` },
    "account-under-attack": { ...addressed, kind: "account-under-attack", at, url: `${book}/account` },
    "email-change-confirm": {
      ...addressed,
      ...sighting,
      kind: "email-change-confirm",
      to: "alice@new.example",
      name: "Alice",
      url: `${book}/email-change#token=${token}`,
      expiresInHours: 24,
    },
    "email-changed": {
      ...addressed,
      ...sighting,
      kind: "email-changed",
      newEmail: "alice@new.example",
      undoUrl: `${book}/email-undo#token=${token}`,
      undoUntil: new Date("2026-11-23T09:12:00Z"),
    },
    "email-change-undone": {
      ...addressed,
      kind: "email-change-undone",
      url: `${book}/reset#token=${token}&email=alice%40example.org`,
      expiresInHours: 24,
    },
    invitation: {
      ...addressed,
      kind: "invitation",
      url: `${book}/register#invitation=${token}&email=alice%40example.org`,
      until: new Date("2026-11-27T09:12:00Z"),
    },
    "magic-link": {
      ...addressed,
      ...code,
      ...sighting,
      kind: "magic-link",
      url: `${book}/magic-link#token=${token}`,
      expiresInMinutes: 15,
    },
    "sign-in-code": {
      ...addressed,
      ...sighting,
      kind: "sign-in-code",
      code: code.code,
      expiresInMinutes: 10,
    },
    "account-deleted": { ...addressed, kind: "account-deleted", at },
    "account-banned": {
      ...addressed,
      kind: "account-banned",
      until: new Date("2026-12-20T09:12:00Z"),
      reason: "Advertising in chats",
    },
    "role-changed": {
      ...addressed,
      kind: "role-changed",
      role: "moderator",
      reason: "Looks after the chapters on optics",
      at,
    },
    "account-banned-for-good": { ...addressed, kind: "account-banned", until: null, reason: null },
    "second-factor-on": { ...secondFactor, change: "on" },
    "second-factor-off": { ...secondFactor, change: "off" },
    "recovery-code-used": { ...secondFactor, change: "recovery-code-used" },
    "recovery-codes-renewed": { ...secondFactor, change: "recovery-codes-renewed" },
    "codes-guessed": { ...secondFactor, change: "codes-guessed" },
    "passkey-added": { ...signInMethod, change: "passkey-added", name: "Alice's laptop" },
    "passkey-removed": { ...signInMethod, change: "passkey-removed", name: "Alice's laptop" },
    "provider-linked": { ...signInMethod, change: "provider-linked", name: "GitHub" },
    "provider-unlinked": { ...signInMethod, change: "provider-unlinked", name: "GitHub" },
    announcement: {
      ...addressed,
      kind: "announcement",
      subject: "Two new chapters",
      text: "The chapters on sensors and on gaits are there.\nThey were the ones most of you asked for.\n\nRead them at http://localhost:7860/sensors.",
      unsubscribeUrl: `${book}/api/v1/mail/unsubscribe?token=${token}`,
    },
    "mail-test": { ...addressed, kind: "mail-test", at },
  } as const satisfies Readonly<Record<string, Letter>>;
}
