import { createPublicKey, type JsonWebKey, verify } from "node:crypto";

/** Whose token it is. */
export interface Reader {
  readonly id: string;
  readonly guest: boolean;
}

export type CheckToken = (authorization: string | undefined) => Promise<Reader | null>;

/**
 * Checks Bookplate's access tokens without asking Bookplate, by its published keys. Written out to show what has to be
 * checked; a library such as jose does the same in one call.
 *
 * @param issuer - Bookplate's `PUBLIC_URL`; its `TOKEN_AUDIENCE` is the same by default
 */
export function createTokenCheck(issuer: string): CheckToken {
  let keys: Promise<Map<string, JsonWebKey>> | undefined;

  async function fetchKeys() {
    const answer = await fetch(`${issuer}/.well-known/jwks.json`);
    const body: { keys: (JsonWebKey & { kid: string })[] } = await answer.json();
    return new Map(body.keys.map((key) => [key.kid, key]));
  }

  async function findKey(kid: string): Promise<JsonWebKey | undefined> {
    keys ??= fetchKeys();
    const known = (await keys).get(kid);
    if (known !== undefined) return known;
    // A key that is new since we asked.
    keys = fetchKeys();
    return (await keys).get(kid);
  }

  async function read(token: string): Promise<Reader | null> {
    const [header = "", payload = "", signature = ""] = token.split(".");
    const { alg, typ, kid } = decode(header);
    if (alg !== "ES256" || typ !== "at+jwt" || typeof kid !== "string") return null;
    const jwk = await findKey(kid);
    if (jwk === undefined) return null;
    const key = createPublicKey({ key: jwk, format: "jwk" });
    const signed = Buffer.from(`${header}.${payload}`);
    const bytes = Buffer.from(signature, "base64url");
    if (!verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, bytes)) return null;
    const { iss, aud, sub, exp, guest, cnf } = decode(payload);
    // A token that is bound to a key counts with a proof, which is not checked here.
    if (cnf !== undefined) return null;
    const current = typeof exp === "number" && exp > Date.now() / 1000;
    if (iss !== issuer || aud !== issuer || !current || typeof sub !== "string") return null;
    return { id: sub, guest: guest === true };
  }

  return async (authorization) => {
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) return null;
    try {
      return await read(token);
    } catch (error) {
      // What cannot be read is no token; keys that cannot be fetched are another matter, and are asked for again.
      if (error instanceof SyntaxError) return null;
      keys = undefined;
      throw error;
    }
  };
}

const decode = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, "base64url").toString());
