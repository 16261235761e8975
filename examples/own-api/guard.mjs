import { createGuard } from "@bookplate/server";

const {
  BOOKPLATE_URL = "http://localhost:7860",
  INTROSPECTION_TOKEN,
  TRUSTED_PROXIES,
  PUBLIC_URL,
} = process.env;

/** One for the whole service: it remembers keys, tokens and counters. */
export const guard = createGuard({
  issuer: BOOKPLATE_URL,
  limits: {
    // In front of the token, so that guessing is counted too.
    asking: { points: 600, windowSeconds: 60, key: "address" },
    notes: { points: 20, windowSeconds: 60, key: "account" },
  },
  trustedProxies: TRUSTED_PROXIES?.split(","),
  // Optional: without it a session that has ended counts here until its token expires, 15 minutes at most.
  introspection: INTROSPECTION_TOKEN ? { token: INTROSPECTION_TOKEN } : undefined,
  // Optional: without it tokens that are bound to a key are refused.
  publicUrl: PUBLIC_URL,
});
