import { examplePreferences } from "../preferences/examples.ts";
import type { Account } from "./schemas.ts";

/** The credentials of every example of the API's description. */
export const exampleCredentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };

export const exampleProof = "cJ0aZ7XkQmWv2Yt9Bn4Lr8Ds6Hf1Gp3E";

export const exampleLetterToken = "pN5sTq8Vx2Lk9Wd4Rj7Yb1Hc6Gf3Mz0A";

export const exampleAccount: Account = {
  id: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
  email: exampleCredentials.email,
  emailVerified: true,
  name: "Alice",
  image: null,
  role: "user",
  guest: false,
  twoFactor: false,
  createdAt: "2026-11-21T09:30:00.000Z",
  preferences: examplePreferences,
};
