import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient as create17 } from "better-auth/client";
import * as plugins17 from "better-auth/client/plugins";
import { createAuthClient as create14 } from "better-auth-1-4/client";
import * as plugins14 from "better-auth-1-4/client/plugins";

/** What a call of an official client comes to. */
export interface Result<T = unknown> {
  readonly data: T | null;
  readonly error: {
    readonly status: number;
    readonly code?: string | undefined;
    readonly message?: string | undefined;
  } | null;
}

export interface OfficialUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly emailVerified: boolean;
}

export interface OfficialSession {
  readonly id: string;
  readonly token: string;
}

/** The newer release knows another method, which this server has not. */
export type TwoFactorSetUp =
  | { readonly method?: "totp"; readonly totpURI: string; readonly backupCodes: string[] }
  | { readonly method: "otp" };

/** The calls that both releases have and that are made in tests; methods of an official client fit as they are. */
export interface OfficialClient {
  readonly signUp: {
    email(body: { name: string; email: string; password: string }): Promise<Result<{ token: string | null }>>;
  };
  readonly signIn: {
    email(body: {
      email: string;
      password: string;
    }): Promise<Result<{ token: string; twoFactorRedirect?: boolean }>>;
    anonymous(): Promise<Result<{ token: string }>>;
    social(body: { provider: string; callbackURL?: string; disableRedirect?: boolean }): Promise<Result>;
    magicLink(body: { email: string; callbackURL?: string }): Promise<Result<{ status: boolean }>>;
  };
  readonly twoFactor: {
    enable(body: { password: string }): Promise<Result<TwoFactorSetUp>>;
    disable(body: { password: string }): Promise<Result>;
    verifyTotp(body: {
      code: string;
      trustDevice?: boolean;
    }): Promise<Result<{ token?: string | undefined }>>;
    verifyBackupCode(body: { code: string }): Promise<Result<{ token?: string | undefined }>>;
    generateBackupCodes(body: { password: string }): Promise<Result<{ backupCodes: string[] }>>;
  };
  /** What acts on others; nothing of it is answered. */
  readonly admin: {
    listUsers(body: { query: { limit?: number } }): Promise<Result>;
    setRole(body: { userId: string; role: "admin" | "user" }): Promise<Result>;
    banUser(body: { userId: string }): Promise<Result>;
    setUserPassword(body: { userId: string; newPassword: string }): Promise<Result>;
    impersonateUser(body: { userId: string }): Promise<Result>;
    removeUser(body: { userId: string }): Promise<Result>;
  };
  /** The published keys. */
  jwks(): Promise<Result<{ keys: { kid?: string | undefined }[] }>>;
  signOut(): Promise<Result>;
  getSession(): Promise<Result<{ session: OfficialSession; user: OfficialUser }>>;
  updateUser(body: { name: string }): Promise<Result>;
  listSessions(): Promise<Result<OfficialSession[]>>;
  listAccounts(): Promise<Result<{ providerId: string }[]>>;
  revokeSession(body: { token: string }): Promise<Result>;
  revokeSessions(): Promise<Result>;
  revokeOtherSessions(): Promise<Result>;
  sendVerificationEmail(body: { email: string }): Promise<Result>;
  requestPasswordReset(body: { email: string; redirectTo?: string }): Promise<Result<{ status: boolean }>>;
  resetPassword(body: { newPassword: string; token: string }): Promise<Result<{ status: boolean }>>;
  changePassword(body: {
    currentPassword: string;
    newPassword: string;
    revokeOtherSessions?: boolean;
  }): Promise<Result<{ token: string | null; user: { email: string } }>>;
  changeEmail(body: { newEmail: string; callbackURL?: string }): Promise<Result<{ status: boolean }>>;
  /** Any address; for calls that are off. */
  $fetch(path: string, options?: { method?: string; body?: object }): Promise<Result>;
}

/** What the plugin for passkeys adds; its release for 1.4.22 is not here. */
export interface PasskeyCalls {
  readonly signIn: {
    passkey(): Promise<Result<{ session: { id: string }; user: { email: string } }>>;
  };
  readonly passkey: {
    addPasskey(body: { name: string }): Promise<Result<{ id: string; name?: string | undefined }>>;
    updatePasskey(body: { id: string; name: string }): Promise<Result>;
    deletePasskey(body: { id: string }): Promise<Result>;
  };
}

/** How an app uses a client in bearer mode: it keeps the tokens of every answer, and sends the newest. */
export interface BearerOptions {
  readonly baseURL: string;
  readonly readToken: () => string | undefined;
  readonly onAnswer: (headers: Headers) => void;
  /** With cookies, as a browser or an app that keeps them sends. */
  readonly fetch?: typeof fetch;
}

function toOptions({ baseURL, readToken, onAnswer, fetch = globalThis.fetch }: BearerOptions) {
  return {
    baseURL,
    fetchOptions: {
      customFetchImpl: fetch,
      auth: { type: "Bearer" as const, token: () => readToken() ?? "" },
      onSuccess: ({ response }: { response: Response }) => onAnswer(response.headers),
    },
  };
}

/** Each official client under test by its release, with the client plugins that it brings. */
export const officialClients = {
  "1.4.22": (options: BearerOptions): OfficialClient =>
    create14({
      ...toOptions(options),
      plugins: [
        plugins14.jwtClient(),
        plugins14.anonymousClient(),
        plugins14.adminClient(),
        plugins14.twoFactorClient(),
        plugins14.magicLinkClient(),
      ],
    }),
  "1.7.7": (options: BearerOptions): OfficialClient & PasskeyCalls =>
    create17({
      ...toOptions(options),
      plugins: [
        plugins17.jwtClient(),
        plugins17.anonymousClient(),
        plugins17.adminClient(),
        plugins17.twoFactorClient(),
        plugins17.magicLinkClient(),
        passkeyClient(),
      ],
    }),
} as const;
