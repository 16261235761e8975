import { z } from "zod";
import { type Fields, textOf } from "./imported-user.ts";

const encodings = { base64: "base64", hex: "hex", utf8: "utf8" } as const;
const encoding = z.enum(Object.keys(encodings) as (keyof typeof encodings)[]).optional();

/** Auth0's schema of bulk imports: "custom_password_hash". */
const customHashSchema = z.object({
  algorithm: z.string(),
  hash: z.object({ value: z.string(), encoding }),
  salt: z.object({ value: z.string(), encoding }).optional(),
  cost: z.number().int().optional(),
  blockSize: z.number().int().optional(),
  parallelization: z.number().int().optional(),
});

const phcAlgorithms = ["argon2", "bcrypt", "pbkdf2"];

/**
 * bcrypt in exports (`passwordHash`, `password_hash`), or another algorithm in `custom_password_hash`.
 *
 * @returns `undefined`: the account has no password; `unreadable`: it has one that we cannot check
 */
export function readAuth0Hash(fields: Fields): string | "unreadable" | undefined {
  if (fields.custom_password_hash === undefined || fields.custom_password_hash === null)
    return textOf(fields, "passwordHash", "password_hash");
  const custom = customHashSchema.safeParse(fields.custom_password_hash).data;
  if (custom === undefined) return "unreadable";
  const { algorithm, hash } = custom;
  if (phcAlgorithms.includes(algorithm)) return hash.value;
  return algorithm === "scrypt" ? scryptInOneString(custom) : "unreadable";
}

function scryptInOneString({
  hash,
  salt,
  cost = 16_384,
  blockSize = 8,
  parallelization = 1,
}: z.infer<typeof customHashSchema>): string {
  const bytes = (part: typeof hash | undefined, otherwise: keyof typeof encodings) =>
    Buffer.from(part?.value ?? "", part?.encoding ?? otherwise)
      .toString("base64")
      .replaceAll("=", "");
  return `$scrypt$ln=${Math.log2(cost)},r=${blockSize},p=${parallelization}$${bytes(salt, "utf8")}$${bytes(hash, "base64")}`;
}
