import type { Client } from "@bookplate/client";
import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useLetterLink } from "./use-letter-link.ts";

// For as long as the page lives, and in no storage: it lets in whoever has it.
const held = new WeakMap<Client, string>();
const fromTerminal = new WeakSet<Client>();

/** The key of the terminal's claim link lets in whoever has no account to claim with, also where nobody else may come in. */
export function holdClaimKey(client: Client, key: string): void {
  held.set(client, key);
  fromTerminal.add(client);
}

/** Whether what is held counts in a closed book, too. */
export const comesFromTerminal = (client: Client): boolean => fromTerminal.has(client) && held.has(client);

/** The invitation that the reader has come with, for what is sent. */
export function heldInvitation(client: Client): { invitation: string } | undefined {
  const invitation = held.get(client);
  return invitation === undefined ? undefined : { invitation };
}

/** The server does not take it: the next try goes without. */
export const dropInvitation = (client: Client): boolean => held.delete(client);

/** The same for what is shown, and how one is taken that was pasted. Its link may bring an address along. */
export function useInvitation(): readonly [string | undefined, (invitation: string) => void] {
  const { client } = useAuth();
  const link = useLetterLink("invitation");
  const [invitation, setInvitation] = useState(() => held.get(client));
  const token = link?.token;
  const hold = (taken: string) => {
    held.set(client, taken);
    setInvitation(taken);
  };
  useEffect(() => {
    if (token === undefined) return;
    held.set(client, token);
    setInvitation(token);
  }, [client, token]);
  return [invitation, hold];
}
