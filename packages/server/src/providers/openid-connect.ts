// Any provider that speaks OpenID Connect: found by its issuer, asked with a code and PKCE, and believed only
// with an id token that is signed, for us, by it, for this request. OpenID Connect Core 1.0, section 3.1.3.7;
// Discovery 1.0; RFC 9700, section 2.1; RFC 9207.
import { createHash } from "node:crypto";
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import type { Clock } from "../clock.ts";
import { isLoopbackHost } from "../config/addresses.ts";
import type { OpenIdProviderConfig } from "../config/identity-providers.ts";
import { ProviderAnswerError } from "./errors.ts";
import { fetchJson, isObject, type JsonObject } from "./fetch-json.ts";
import type {
  AuthorizationAnswer,
  AuthorizationRequest,
  IdentityProvider,
  ProvidedIdentity,
} from "./identity-provider.ts";

const scope = "openid email profile";
const rememberedMs = 10 * 60_000;
const skewSeconds = 30;
/** Keys of our own knowledge only: with `none` or a shared secret, anybody could have written the token. */
const signingAlgorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
];

interface Metadata {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly userinfoEndpoint: string | undefined;
  readonly jwksUri: string;
  readonly secretInBody: boolean;
  /** RFC 9207, section 3. */
  readonly namesItself: boolean;
}

export function createOpenIdProvider(config: OpenIdProviderConfig, deps: { clock: Clock }): IdentityProvider {
  const { issuer, clientId, clientSecret } = config;
  const { clock } = deps;
  const metadata = remember(clock, () => discover(issuer));
  const keys = remember(clock, async () => readKeys(await fetchJson((await metadata.get()).jwksUri)));

  async function exchange({ code }: AuthorizationAnswer, request: AuthorizationRequest): Promise<JsonObject> {
    const { tokenEndpoint, secretInBody } = await metadata.get();
    const secret = clientSecret.reveal();
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: request.redirectUri,
      code_verifier: request.codeVerifier,
      ...(secretInBody && { client_id: clientId, client_secret: secret }),
    });
    // RFC 6749, section 2.3.1: both are form-encoded before they are joined.
    const basic = Buffer.from(`${formEncode(clientId)}:${formEncode(secret)}`).toString("base64");
    return fetchJson(tokenEndpoint, {
      method: "POST",
      headers: { accept: "application/json", ...(!secretInBody && { authorization: `Basic ${basic}` }) },
      body,
    });
  }

  async function verify(idToken: string, nonce: string): Promise<JWTPayload & { readonly sub: string }> {
    const check = async (set: JSONWebKeySet) =>
      jwtVerify<{ sub: string }>(idToken, createLocalJWKSet(set), {
        issuer,
        audience: clientId,
        algorithms: signingAlgorithms,
        requiredClaims: ["sub", "exp", "iat"],
        clockTolerance: skewSeconds,
        currentDate: clock.now(),
      });
    try {
      const { payload } = await check(await keys.get()).catch(async (error: unknown) => {
        // A key that has been published since.
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        return check(await keys.renew());
      });
      if (payload.nonce !== nonce) throw new ProviderAnswerError("The id token is for another request.");
      const others = Array.isArray(payload.aud) && payload.aud.length > 1;
      if ((others || payload.azp !== undefined) && payload.azp !== clientId) {
        throw new ProviderAnswerError("The id token is for another party.");
      }
      if (typeof payload.sub !== "string" || payload.sub === "" || payload.sub.length > 255) {
        throw new ProviderAnswerError("The id token names nobody.");
      }
      return payload;
    } catch (cause) {
      if (!(cause instanceof errors.JOSEError)) throw cause;
      throw new ProviderAnswerError("The id token cannot be believed.", { cause });
    }
  }

  /** Many providers say the address only here. Its `sub` must be the same, or somebody's answer was put in its place. */
  async function readProfile(tokens: JsonObject, subject: string): Promise<JsonObject> {
    const { userinfoEndpoint } = await metadata.get();
    if (userinfoEndpoint === undefined || typeof tokens.access_token !== "string") return {};
    const profile = await fetchJson(userinfoEndpoint, {
      headers: { accept: "application/json", authorization: `Bearer ${tokens.access_token}` },
    });
    if (profile.sub !== subject) throw new ProviderAnswerError("The profile is somebody else's.");
    return profile;
  }

  return {
    id: config.id,
    name: config.name,
    accountsOf: config.accountsOf,

    async begin({ state, codeVerifier, nonce, redirectUri }) {
      const url = new URL((await metadata.get()).authorizationEndpoint);
      const parameters = {
        response_type: "code",
        client_id: clientId,
        redirect_uri: redirectUri,
        scope,
        state,
        nonce,
        code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
        code_challenge_method: "S256",
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url;
    },

    async finish(answer, request) {
      const { namesItself } = await metadata.get();
      if (answer.issuer === undefined ? namesItself : answer.issuer !== issuer) {
        throw new ProviderAnswerError("Another provider answered.");
      }
      const tokens = await exchange(answer, request);
      if (typeof tokens.id_token !== "string") throw new ProviderAnswerError("There is no id token.");
      const claims = await verify(tokens.id_token, request.nonce);
      return toIdentity(
        claims.sub,
        claims.email === undefined ? { ...(await readProfile(tokens, claims.sub)) } : claims,
      );
    },
  };
}

function toIdentity(subject: string, claims: JsonObject): ProvidedIdentity {
  return {
    subject,
    email: typeof claims.email === "string" ? claims.email : undefined,
    // A string "false" is true to a careless reader.
    emailVerified: claims.email_verified === true,
    name: typeof claims.name === "string" ? claims.name : "",
  };
}

async function discover(issuer: string): Promise<Metadata> {
  const document = await fetchJson(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  // Exactly, or one provider could pass for another (Discovery 1.0, section 4.3).
  if (document.issuer !== issuer) throw new ProviderAnswerError("The provider calls itself by another name.");
  const methods = document.token_endpoint_auth_methods_supported;
  return {
    authorizationEndpoint: endpointIn(document, "authorization_endpoint"),
    tokenEndpoint: endpointIn(document, "token_endpoint"),
    userinfoEndpoint:
      document.userinfo_endpoint === undefined ? undefined : endpointIn(document, "userinfo_endpoint"),
    jwksUri: endpointIn(document, "jwks_uri"),
    secretInBody: Array.isArray(methods) && !methods.includes("client_secret_basic"),
    namesItself: document.authorization_response_iss_parameter_supported === true,
  };
}

function endpointIn(document: JsonObject, name: string): string {
  const value = document[name];
  const url = typeof value === "string" ? URL.parse(value) : null;
  if (url && (url.protocol === "https:" || isLoopbackHost(url.hostname))) return url.href;
  throw new ProviderAnswerError(`The provider's ${name} is no https address.`);
}

function readKeys(document: JsonObject): JSONWebKeySet {
  const { keys } = document;
  if (Array.isArray(keys) && keys.every(isObject)) return { keys };
  throw new ProviderAnswerError("The provider's keys are no keys.");
}

const formEncode = (value: string) => new URLSearchParams({ value }).toString().slice("value=".length);

/** Asks once for everybody who waits, and again when the answer has become old; a failure is not remembered. */
function remember<T>(clock: Clock, ask: () => Promise<T>) {
  let known: { readonly answer: Promise<T>; readonly until: number } | undefined;
  function renew(): Promise<T> {
    const answer = ask();
    const asked = { answer, until: clock.now().getTime() + rememberedMs };
    known = asked;
    answer.catch(() => {
      if (known === asked) known = undefined;
    });
    return answer;
  }
  return {
    renew,
    get: (): Promise<T> => (known && known.until > clock.now().getTime() ? known.answer : renew()),
  };
}
