/** What a provider says about somebody, once its answer has been checked. */
export interface ProvidedIdentity {
  /** The provider's own name for the person; it never changes, and no address is part of it. */
  readonly subject: string;
  /** As the provider wrote it. */
  readonly email: string | undefined;
  /** `true` only where the provider said the boolean `true`. */
  readonly emailVerified: boolean;
  readonly name: string;
}

/** One way to a provider and back, with what ties the answer to the question. */
export interface AuthorizationRequest {
  readonly state: string;
  /** RFC 7636: the code counts for whoever knows this. */
  readonly codeVerifier: string;
  /** OpenID Connect Core 1.0, section 3.1.2.1: the id token is for this request. */
  readonly nonce: string;
  readonly redirectUri: string;
}

/** What the browser brought back. */
export interface AuthorizationAnswer {
  readonly code: string;
  /** RFC 9207: which provider says that it answers. */
  readonly issuer: string | undefined;
  /** Apple alone says somebody's name here, once, as JSON. */
  readonly user: string | undefined;
  /** VK alone names the device here. */
  readonly deviceId: string | undefined;
}

/** Somebody who vouches for people: one face for whatever protocol is behind it. */
export interface IdentityProvider {
  readonly id: string;
  /** As readers see it. */
  readonly name: string;
  /** What its accounts are filed under. */
  readonly accountsOf: string;
  /** @returns where the browser goes. @throws {ProviderUnreachableError} */
  begin(request: AuthorizationRequest): Promise<URL>;
  /** @throws {ProviderUnreachableError} {ProviderAnswerError} */
  finish(answer: AuthorizationAnswer, request: AuthorizationRequest): Promise<ProvidedIdentity>;
}
