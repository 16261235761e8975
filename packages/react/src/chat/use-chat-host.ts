import type { Calls } from "@bookplate/client";
import { useMemo } from "react";
import { type Auth, useAuth } from "../auth-context.ts";
import type { Reader } from "./reader.ts";

/** What the panel needs of the accounts around it. */
export interface ChatHost {
  readonly client: Pick<Calls, "chats" | "usage">;
  /** Prefix of this book's keys in the browser's storage. */
  readonly storageKey: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** `null` until it is known. */
  readonly reader: Reader | null;
  /** Whether the last session ended without the reader's doing. */
  readonly sessionEnded: boolean;
  /** How many of a guest's conversations have come along with the last sign-in; `null` where none did. */
  readonly conversationsAdded: number | null;
  readonly openLogin: () => void;
  readonly openRegister: () => void;
}

/** The one place where the panel meets the accounts. */
export function useChatHost(): ChatHost {
  const { client, settings, status, account, guestAccount, endedBecause, conversationsAdded } = useAuth();
  const { openLogin, openRegister } = useAuth();
  const id = account?.id ?? guestAccount?.id ?? null;
  return useMemo(
    () => ({
      client,
      storageKey: client.storageKey,
      language: settings.language,
      reader: readerOf(status, id),
      sessionEnded: endedBecause !== null,
      conversationsAdded,
      openLogin: () => void openLogin(),
      openRegister: () => void openRegister(),
    }),
    [client, settings.language, status, id, endedBecause, conversationsAdded, openLogin, openRegister],
  );
}

function readerOf(status: Auth["status"], id: string | null): Reader | null {
  return status === "unknown" ? null : { kind: status, id };
}
