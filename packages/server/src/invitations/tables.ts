/** Leave to make one account. */
export interface InvitationTable {
  id: string;
  /** SHA-256 of what stands in its link. */
  tokenHash: Buffer;
  /** Normalised; who it is for, where it is for one address alone. Gone once it is accepted. */
  email: string | null;
  /** What the account will be. */
  role: string;
  /** `null`: whoever runs the server. */
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  acceptedBy: string | null;
}
