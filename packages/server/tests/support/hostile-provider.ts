import { createServer, type ServerResponse } from "node:http";
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { findFreePort } from "../../../../scripts/free-port.ts";

/** An OpenID provider that says whatever a test wants it to say. */
export interface HostileProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs claims, with its published key unless told otherwise. */
  sign(
    claims: Record<string, unknown>,
    options?: { key?: CryptoKey | Uint8Array; header?: Partial<JWTHeaderParameters> },
  ): Promise<string>;
  unsigned(claims: Record<string, unknown>): string;
  /** What the token endpoint does from now on; it is told what was asked for. */
  onToken(act: (response: ServerResponse, form: URLSearchParams) => unknown): void;
  /** What the profile says from now on. */
  profile: Record<string, unknown>;
  /** What the metadata says beside or instead of the truth. */
  metadata: Record<string, unknown>;
  close(): Promise<void>;
}

export const sendJson = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

export async function startHostileProvider(): Promise<HostileProvider> {
  const port = await findFreePort();
  const issuer = `http://localhost:${port}`;
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "1", use: "sig", alg: "ES256" };
  let onToken: Parameters<HostileProvider["onToken"]>[0] = (response) => response.writeHead(500).end();

  const provider: HostileProvider = {
    issuer,
    clientId: "bookplate",
    clientSecret: "secret",
    sign: (claims, { key = privateKey, header } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: "1", ...header }).sign(key),
    unsigned: (claims) => new UnsecuredJWT(claims).encode(),
    onToken: (act) => {
      onToken = act;
    },
    profile: {},
    metadata: {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const documents: Record<string, () => unknown> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/keys`,
      ...provider.metadata,
    }),
    "/keys": () => ({ keys: [jwk] }),
    "/me": () => provider.profile,
  };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path !== "/token") {
      const document = documents[path];
      if (document) sendJson(response, document());
      else response.writeHead(404).end();
      return;
    }
    let form = "";
    request.on("data", (chunk) => {
      form += String(chunk);
    });
    request.on("end", () => onToken(response, new URLSearchParams(form)));
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  return provider;
}
