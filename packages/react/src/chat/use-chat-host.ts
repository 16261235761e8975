import { useMemo } from "react";
import { type Auth, useAuth } from "../auth-context.ts";
import { type ChatClient, inLanguage } from "./chat-client.ts";
import type { Reader } from "./reader.ts";

/** What the panel needs of the accounts around it. */
export interface ChatHost {
  readonly client: ChatClient;
  /** Prefix of this book's keys in the browser's storage. */
  readonly storageKey: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** `null` until it is known. */
  readonly reader: Reader | null;
  /** Whether the last session ended without the reader's doing. */
  readonly sessionEnded: boolean;
  readonly openLogin: () => void;
  readonly openRegister: () => void;
}

/** The one place where the panel meets the accounts. */
export function useChatHost(): ChatHost {
  const { client, settings, status, account, guestAccount, endedBecause, openLogin, openRegister } =
    useAuth();
  const id = account?.id ?? guestAccount?.id ?? null;
  return useMemo(
    () => ({
      client: inLanguage(client.chats, settings.language),
      storageKey: client.storageKey,
      language: settings.language,
      reader: readerOf(status, id),
      sessionEnded: endedBecause !== null,
      openLogin: () => void openLogin(),
      openRegister: () => void openRegister(),
    }),
    [client, settings.language, status, id, endedBecause, openLogin, openRegister],
  );
}

function readerOf(status: Auth["status"], id: string | null): Reader | null {
  return status === "unknown" ? null : { kind: status, id };
}
