// Inviting, as commands and the running server speak of it; light, because every command loads it.
import type { Invitation } from "./schemas.ts";

const dayMs = 24 * 60 * 60_000;
export const invitationLastsMs = 7 * dayMs;
export const longestInvitationMs = 90 * dayMs;

export interface InviteRequest {
  /** As it was typed. */
  readonly email?: string | undefined;
  readonly role?: string | undefined;
  readonly lastsMs: number;
  /** Of the letter: a BCP 47 tag. */
  readonly language: string;
}

export const inviteRefusals = ["closed", "noAddress", "noSuchRole", "taken"] as const;
export type InviteRefusal = (typeof inviteRefusals)[number];

export type Invited =
  | { readonly refused: InviteRefusal }
  | { readonly id: string; readonly url: string; readonly expiresAt: string };

export interface InvitationOperations {
  invite(request: InviteRequest): Promise<Invited>;
  /** The newest hundred. */
  listInvitations(): Promise<Invitation[]>;
  /** @returns whether there was one to be taken back */
  withdrawInvitation(id: string): Promise<boolean>;
}
