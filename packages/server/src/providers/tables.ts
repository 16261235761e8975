import type { JSONColumnType } from "kysely";
import type { ProvidedIdentity } from "./identity-provider.ts";

/** A sign-in, or the linking of a provider, that is on its way; some minutes long. */
export interface ProviderFlowTable {
  id: string;
  purpose: "sign-in" | "link";
  /** The id in addresses. */
  provider: string;
  /** Of what the browser's cookie holds, or the app: nobody else goes on with it. */
  holderHash: Buffer;
  delivery: "cookie" | "body";
  /** While the provider is asked; its answer comes back with the state. */
  stateHash: Buffer | null;
  /** For the provider alone, and worth nothing without our own secret at it; gone with its answer. */
  codeVerifier: string | null;
  nonce: string | null;
  /** Once it has answered: for the page that takes the answer up. */
  codeHash: Buffer | null;
  identity: JSONColumnType<ProvidedIdentity, string, string> | null;
  /** Who links, and in which session. */
  userId: string | null;
  sessionId: string | null;
  /** The guest who signs in. */
  guestId: string | null;
  /** What they brought along, should it be their first time. */
  invitationId: string | null;
  language: string;
  /** Where the browser goes afterwards; checked when it was asked for. */
  returnTo: string;
  errorTo: string;
  createdAt: Date;
  expiresAt: Date;
}
