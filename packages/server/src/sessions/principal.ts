import type { Role } from "../roles/roles.ts";

/** Who asks, as an access token proves it. Everything here is from the token alone. */
export interface Principal {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly guest: boolean;
  readonly emailVerified: boolean;
  readonly epoch: number;
  readonly refreshCounter: number;
  readonly authTime: Date;
  /** The key whose holder alone may use the token (RFC 9449, section 6.1); `undefined` for a bearer token. */
  readonly keyThumbprint?: string | undefined;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}
