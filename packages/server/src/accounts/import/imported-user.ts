import { z } from "zod";
import { readPasswordHash } from "../password-formats/formats.ts";
import { importMarker } from "../passwords.ts";
import { emailSchema, maxNameCharacters, nameSchema } from "../schemas.ts";
import type { ImportRefusal } from "./report.ts";

/** One record of a file, under the names that its source uses. */
export type Fields = Readonly<Record<string, unknown>>;

export interface ImportedUser {
  /** Normalised. */
  readonly email: string;
  readonly emailVerified: boolean;
  /** May be empty. */
  readonly name: string;
  /** With its import mark; `undefined` for somebody who has no password there. */
  readonly passwordHash: string | undefined;
  readonly createdAt: Date | undefined;
}

/** @returns the first of these fields that holds text */
export function textOf(fields: Fields, ...names: readonly string[]): string | undefined {
  return names
    .map((name) => fields[name])
    .find((value): value is string => typeof value === "string" && value.trim() !== "");
}

/**
 * Strict, because an address that counts as verified needs no letter: JSON's `true`, or the words that databases
 * write into CSV. The string "false" is no `true`, and neither is a number.
 */
function isTrue(fields: Fields, fromCsv: boolean, ...names: readonly string[]): boolean {
  return names.some((name) => {
    const value = fields[name];
    return value === true || (fromCsv && typeof value === "string" && /^(?:true|t|1)$/i.test(value.trim()));
  });
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === "string" && /^(?:false|f|0)$/i.test(value.trim()));
}

/** ISO 8601, or milliseconds since 1970 as Firebase writes them. */
function readDate(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(/^\d{12,14}$/.test(text) ? Number(text) : text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function readName(fields: Fields): string {
  const parts = [
    textOf(fields, "given_name", "first_name"),
    textOf(fields, "family_name", "last_name"),
  ].filter((part) => part !== undefined);
  const name = textOf(fields, "name", "displayName", "full_name") ?? parts.join(" ");
  const cut = [...name].slice(0, maxNameCharacters).join("");
  return nameSchema.safeParse(cut).data ?? "";
}

/**
 * What all sources have in common, under the names that they use for it.
 *
 * @param hash - how the source stores this password, `undefined` where there is none
 */
export function readUser(
  fields: Fields,
  hash: string | undefined,
  { fromCsv }: { fromCsv: boolean },
): ImportedUser | ImportRefusal {
  const typed = textOf(fields, "email");
  if (typed === undefined) return "email-missing";
  const email = emailSchema.safeParse(typed);
  if (!email.success) return "email-invalid";
  const blocked = ["blocked", "disabled"].some((name) => isTrue(fields, true, name));
  if (blocked || isFalse(fields.is_active)) return "blocked";
  const read = hash === undefined ? undefined : readPasswordHash(hash);
  if (read === "too-costly") return "hash-too-costly";
  if (hash !== undefined && read === undefined) return "hash-unknown";
  return {
    email: email.data,
    emailVerified: isTrue(fields, fromCsv, "email_verified", "emailVerified", "is_verified"),
    name: readName(fields),
    passwordHash: hash === undefined ? undefined : `${importMarker}${hash}`,
    createdAt: readDate(textOf(fields, "created_at", "createdAt", "date_joined")),
  };
}

const firebaseParametersSchema = z.object({
  base64_signer_key: z.base64().min(1),
  base64_salt_separator: z.base64(),
  rounds: z.coerce.number().int().min(1).max(120),
  mem_cost: z.coerce.number().int().min(1).max(20),
});
export type FirebaseParametersText = z.infer<typeof firebaseParametersSchema>;

/**
 * Reads the text that the Firebase console shows, or the same as JSON.
 *
 * @returns `undefined` where something is missing
 */
export function readFirebaseParameters(text: string): FirebaseParametersText | undefined {
  const pairs = [...text.matchAll(/"?([a-z0-9_]+)"?\s*[:=]\s*"?([A-Za-z0-9+/=]+)"?/g)];
  return firebaseParametersSchema.safeParse(
    Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, value])),
  ).data;
}
