import { useSyncExternalStore } from "react";
import { readProviderReturn } from "../providers/provider-return.ts";

/** The parts of the page, by the fragments of their addresses. */
export type Part = "profile" | "security" | "devices" | "chats" | "bookmarks" | "preferences" | "data";

const ofAccounts: readonly Part[] = [
  "profile",
  "security",
  "devices",
  "chats",
  "bookmarks",
  "preferences",
  "data",
];
/** A guest has no address, signs in nowhere and is on one device. */
const ofGuests: readonly Part[] = ["chats", "bookmarks", "preferences", "data"];

export const partsFor = (reader: { readonly guest: boolean }): readonly Part[] =>
  reader.guest ? ofGuests : ofAccounts;

/**
 * The part that an address names; the first one where it names none of them.
 *
 * @param fragment - with or without its `#`
 */
export function partIn(fragment: string, parts: readonly Part[]): Part {
  // Whoever comes back from a provider has linked it, which is seen among the ways to sign in.
  const name = readProviderReturn(fragment) === null ? fragment.replace("#", "") : "security";
  return parts.find((part) => part === name) ?? parts[0] ?? "preferences";
}

/** The fragment of the address bar, followed; empty in the static rendering. */
export function useFragment(): string {
  return useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => "",
  );
}

function subscribe(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}
