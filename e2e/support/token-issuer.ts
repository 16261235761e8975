import {
  createHmac,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
  sign,
} from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface IssuerKey {
  readonly privateKey: KeyObject;
  /** As it is published. */
  readonly jwk: JsonWebKey & { readonly kid: string };
}

/** How a token deviates from a good one; `undefined` leaves a member out. */
export interface Deviation {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly key?: IssuerKey;
  /** Instead of the issuer's own way. */
  readonly sign?: (signed: string) => Buffer;
}

/** Publishes keys like Bookplate, and signs whatever a test asks for: what the real one would never sign too. */
export interface TokenIssuer {
  readonly url: string;
  /** The published keys; a test may change them. */
  readonly keys: IssuerKey[];
  /** How often the keys were asked for. */
  readonly asked: () => number;
  /** While it is away, it answers nothing but 503. */
  setAway(away: boolean): void;
  token(deviation?: Deviation): string;
  stop(): Promise<void>;
}

export function newKey(kid: string = randomUUID()): IssuerKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { privateKey, jwk: { ...publicKey.export({ format: "jwk" }), kid, alg: "ES256", use: "sig" } };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An HMAC whose secret is what everybody knows (RFC 8725, section 2.1). */
export const hmacWith = (secret: string) => (signed: string) =>
  createHmac("sha256", secret).update(signed).digest();

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const keys = [newKey()];
  let asked = 0;
  let away = false;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(away ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;

  return {
    url,
    keys,
    asked: () => asked,
    setAway: (value) => {
      away = value;
    },
    token({ header, claims, key = keys[0] ?? newKey(), sign: signOtherwise }: Deviation = {}) {
      const now = Math.floor(Date.now() / 1000);
      const signed = [
        { alg: "ES256", typ: "at+jwt", kid: key.jwk.kid, ...header },
        {
          iss: url,
          aud: url,
          sub: "01937b1c-8e21-7b90-a4d5-0c6e8f1a2b3d",
          sid: "01937b1c-a0b1-7d5e-8c44-3e2f1a0b9c8d",
          role: "user",
          guest: false,
          iat: now,
          exp: now + 900,
          ...claims,
        },
      ]
        .map(encode)
        .join(".");
      const signature = signOtherwise
        ? signOtherwise(signed)
        : sign("sha256", Buffer.from(signed), { key: key.privateKey, dsaEncoding: "ieee-p1363" });
      return `${signed}.${signature.toString("base64url")}`;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
