import type { Role } from "../roles/roles.ts";

/** Who asks, as an access token proves it. Everything here is from the token alone. */
export interface Principal {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role | "guest";
  readonly guest: boolean;
  readonly emailVerified: boolean;
  readonly epoch: number;
  readonly refreshCounter: number;
  readonly authTime: Date;
  readonly expiresAt: Date;
}
