/** A WebAuthn credential of an account. Better Auth knows this table by its names. */
export interface PasskeyTable {
  id: string;
  userId: string;
  /** What its owner calls it; else what its provider is called, where that is known. */
  name: string | null;
  /** Base64url, as the authenticator calls it. */
  credentialId: string;
  /** COSE key, base64url. */
  publicKey: string;
  /** Of signatures; stays 0 with passkeys that are synchronised. */
  counter: number;
  /** `multiDevice`: it may be synchronised (Web Authentication Level 3, section 6.1.3). */
  deviceType: "singleDevice" | "multiDevice";
  backedUp: boolean;
  /** How the browser reaches it, with commas between: a hint and nothing more. */
  transports: string | null;
  /** What kind of authenticator made it; says nothing about the one device. */
  aaguid: string | null;
  createdAt: Date | null;
  lastUsedAt: Date | null;
}

/** A challenge that has been answered, rightly or wrongly, so that it is not answered again. */
export interface AnsweredChallengeTable {
  id: Buffer;
  expiresAt: Date;
}
