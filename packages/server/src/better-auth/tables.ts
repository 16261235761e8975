/** A WebAuthn credential. Better Auth writes and checks it; see `better-auth/native/`. */
export interface PasskeyTable {
  id: string;
  userId: string;
  name: string | null;
  /** Base64url, as the authenticator calls it. */
  credentialId: string;
  /** COSE key, base64. */
  publicKey: string;
  /** Of signatures; stays 0 with passkeys that are synchronised. */
  counter: number;
  deviceType: string;
  backedUp: boolean;
  transports: string | null;
  aaguid: string | null;
  createdAt: Date | null;
}

/** What Better Auth remembers between two requests: the challenges of passkeys. */
export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Date;
  createdAt: Date;
  updatedAt: Date;
}
