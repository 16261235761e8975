import { domainToASCII } from "node:url";
import { guestEmailDomain } from "../better-auth/options.ts";

/**
 * The one spelling under which an address is stored, compared and counted: NFKC, lower case, and the
 * domain in its ASCII form, so that look-alikes of one address are one address. Dots and `+tag` stay:
 * they mean something to some mail servers.
 */
export function normalizeEmail(typed: string): string {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  const at = text.lastIndexOf("@");
  if (at < 1) return text;
  return `${text.slice(0, at)}@${domainToASCII(text.slice(at + 1))}`;
}

/**
 * What letters can be sent to: one `@`, no quotes, spaces or control characters, a domain with a dot
 * that is not the guests' own. Linear in time on any input.
 */
export const emailPattern = new RegExp(
  `^(?!.*@(?:${guestEmailDomain.replaceAll(".", "\\.")})$)` +
    `(?![.])[^\\s\\p{C}"(),:;<>@[\\\\\\]]{1,64}(?<![.])@` +
    `(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$`,
  "u",
);
