import { createPrivateKey, type KeyObject, sign } from "node:crypto";
import { Keyring } from "../../src/config/keyring.ts";
import type { Database } from "../../src/database/database.ts";

/** Text is taken as it is: no object has a name twice. */
export const encode = (value: object | string) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

export function signToken(key: KeyObject, header: object, claims: object | string): string {
  const text = `${encode(header)}.${encode(claims)}`;
  const signature = sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}

/** Signs with the server's own key, for tokens that only their claims make bad. */
export async function createServerSigner(db: Database, secret: string) {
  const row = await db.selectFrom("jwks").select(["id", "privateKey"]).executeTakeFirstOrThrow();
  const keyring = new Keyring([{ id: "1", secret }]);
  const jwk = JSON.parse(keyring.decrypt("signing-key-encryption", row.privateKey));
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  return (claims: object | string, header: object = {}) =>
    signToken(key, { alg: "ES256", typ: "at+jwt", kid: row.id, ...header }, claims);
}
