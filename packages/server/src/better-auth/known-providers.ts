// The providers that Better Auth knows how to talk to. It knows their addresses and the shapes of their answers;
// what their answers are worth is decided here and in `providers/`.
import { type OAuth2Tokens, type OAuthProvider, verifyProviderIdToken } from "@better-auth/core/oauth2";
import { socialProviders } from "@better-auth/core/social-providers";
import type { KnownProviderConfig, KnownProviderId } from "../config/identity-providers.ts";
import { DomainError } from "../domain-error.ts";
import { ProviderAnswerError, ProviderUnreachableError } from "../providers/errors.ts";
import type { IdentityProvider, ProvidedIdentity } from "../providers/identity-provider.ts";

/** Longer than any of them needs, and shorter than a reader waits. */
const timeoutMs = 15_000;

type Library = Pick<OAuthProvider, "accountSubject" | "idToken" | "options"> & {
  createAuthorizationURL: OAuthProvider["createAuthorizationURL"];
  validateAuthorizationCode: OAuthProvider["validateAuthorizationCode"];
  getUserInfo: OAuthProvider["getUserInfo"];
};

/** What the library would take for a verified address though it is none. */
const strictly: { readonly [id in KnownProviderId]?: (profile: Record<string, unknown>) => boolean } = {
  zoom: ({ verified }) => verified === true || verified === 1,
  kakao: ({ kakao_account: account }) =>
    isRecord(account) && account.is_email_valid === true && account.is_email_verified === true,
};

function build({ id, clientId, clientSecret, extras }: KnownProviderConfig): Library {
  const strict = strictly[id];
  const options = {
    clientId,
    clientSecret: clientSecret.reveal(),
    ...(id === "tiktok" && { clientKey: clientId }),
    ...(id === "paypal" && { environment: "live" }),
    // Pictures are not taken over, and this one would be fetched.
    ...(id === "microsoft" && { disableProfilePhoto: true }),
    ...(strict && {
      mapProfileToUser: (profile: Record<string, unknown>) => ({ emailVerified: strict(profile) }),
    }),
    ...extras,
  };
  const factory = socialProviders[id] as unknown as (options: object) => Library;
  return factory(options);
}

/** @returns a provider of the library behind the face of ours */
export function createKnownProvider(config: KnownProviderConfig): IdentityProvider {
  const { id, name, accountsOf } = config;
  const library = build(config);

  return {
    id,
    name,
    accountsOf,

    async begin({ state, codeVerifier, nonce, redirectUri }) {
      const url = await library.createAuthorizationURL({ state, codeVerifier, redirectURI: redirectUri });
      // The library asks for it in providers of its own making alone.
      if (library.idToken) url.searchParams.set("nonce", nonce);
      return url;
    },

    async finish({ code, user, deviceId }, { codeVerifier, nonce, redirectUri }) {
      const exchange = async (): Promise<ProvidedIdentity> => {
        const tokens = await library.validateAuthorizationCode({
          code,
          codeVerifier,
          redirectURI: redirectUri,
          ...(deviceId !== undefined && { deviceId }),
        });
        if (!tokens) throw new ProviderAnswerError("The provider did not accept its own code.");
        await requireIdToken(library, tokens, nonce);
        return readIdentity(library, tokens, user);
      };
      return withinTime(exchange());
    },
  };
}

/** Where the library can check an id token, its claims count after the check alone. */
async function requireIdToken(library: Library, tokens: OAuth2Tokens, nonce: string): Promise<void> {
  if (!library.idToken || tokens.idToken === undefined) return;
  if (await verifyProviderIdToken(library as OAuthProvider, tokens.idToken, nonce)) return;
  throw new ProviderAnswerError("The id token cannot be believed.");
}

async function readIdentity(
  library: Library,
  tokens: OAuth2Tokens,
  user: string | undefined,
): Promise<ProvidedIdentity> {
  const known = await library.getUserInfo({ ...tokens, ...(user !== undefined && { user: readName(user) }) });
  if (!known) throw new ProviderAnswerError("The provider does not say who this is.");
  const subject = String((await library.accountSubject({ tokens, profile: known.data })) ?? "");
  if (subject === "" || subject.length > 255) throw new ProviderAnswerError("The provider names nobody.");
  const { email, emailVerified, name } = known.user;
  return {
    subject,
    email: typeof email === "string" ? email : undefined,
    emailVerified: emailVerified === true,
    name: typeof name === "string" ? name : "",
  };
}

/** The form field in which Apple says a name once; anything else in it is nobody's. */
function readName(user: string): { name?: { firstName?: string; lastName?: string } } {
  try {
    const value: unknown = JSON.parse(user);
    if (!isRecord(value) || !isRecord(value.name)) return {};
    const { firstName, lastName } = value.name;
    return {
      name: {
        ...(typeof firstName === "string" && { firstName }),
        ...(typeof lastName === "string" && { lastName }),
      },
    };
  } catch {
    return {};
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProviderUnreachableError()), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    // The library throws whatever it met: a network, a status, a shape.
    throw new ProviderUnreachableError({ cause });
  } finally {
    clearTimeout(timer);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
