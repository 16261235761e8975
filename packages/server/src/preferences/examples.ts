import type { Preferences } from "./schemas.ts";

/** What a reader has who never chose anything. */
export const examplePreferences: Preferences = {
  theme: "system",
  language: "en",
  notifications: { security: true, product: false, replies: true },
};
