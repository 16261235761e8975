import type { LetterKind } from "./letter.ts";

/** What a reader may switch off; letters of `security` always go. */
export type LetterCategory = "security" | "product" | "replies";
export type ChosenCategory = Exclude<LetterCategory, "security">;

/** A kind that is missing here does not compile. */
const categories: Record<LetterKind, LetterCategory> = {
  "verify-registration": "security",
  "verify-user": "security",
  "already-registered": "security",
  "session-stolen": "security",
  "new-device": "security",
  "password-reset": "security",
  "password-changed": "security",
  "account-under-attack": "security",
  "email-change-confirm": "security",
  "email-changed": "security",
  "email-change-undone": "security",
  invitation: "security",
  "magic-link": "security",
  "sign-in-code": "security",
  "account-deleted": "security",
  "account-banned": "security",
  "role-changed": "security",
  "second-factor-changed": "security",
  "sign-in-method-changed": "security",
  "mail-test": "security",
  announcement: "product",
};

export function categoryOf(kind: LetterKind): LetterCategory {
  return categories[kind];
}

/** Somebody waits for a code; news can wait for everybody. Small numbers go first. */
export function priorityOf(kind: LetterKind): number {
  return categoryOf(kind) === "security" ? 0 : 1;
}
