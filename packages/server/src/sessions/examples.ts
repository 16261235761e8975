import { exampleAccount } from "../accounts/examples.ts";
import type { SessionAnswer } from "./schemas.ts";

/** Shortened: a real one has about 600 characters. */
export const exampleAccessToken =
  "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzN2IxYyJ9.c2lnbmF0dXJl";

export const exampleRefreshToken = "bpr_AQExAZN7HJ9efDqLfi9tHAqeVQAAAAEKem76jiNt2um3MNLK";

/** What a browser gets: the refresh token is in its cookie. */
export const exampleSession: SessionAnswer = {
  accessToken: exampleAccessToken,
  tokenType: "Bearer",
  expiresIn: 900,
  expiresAt: "2026-11-21T09:45:00.000Z",
  refreshExpiresAt: "2026-11-28T09:30:00.000Z",
  account: exampleAccount,
};

/** What a guest's first message brings. */
export const exampleGuestSession: SessionAnswer = {
  ...exampleSession,
  refreshToken: exampleRefreshToken,
  refreshExpiresAt: "2026-12-21T09:30:00.000Z",
  account: {
    ...exampleAccount,
    id: "01937b1c-8e21-7b90-a4d5-0c6e8f1a2b3d",
    email: null,
    emailVerified: false,
    name: null,
    role: "guest",
    guest: true,
  },
};
