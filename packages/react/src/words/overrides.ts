import type { AccountWords } from "@bookplate/messages/account";
import type { ChatToolsWords } from "@bookplate/messages/chat-tools";
import type { ClaimsWords } from "@bookplate/messages/claims";
import type { FirstAdministratorWords } from "@bookplate/messages/first-administrator";
import type { Labels } from "@bookplate/messages/labels";
import type { MagicLinkWords } from "@bookplate/messages/magic-link";
import type { PasskeysWords } from "@bookplate/messages/passkeys";
import type { Problems } from "@bookplate/messages/problems";
import type { ProofsWords } from "@bookplate/messages/proofs";
import type { ProviderWords } from "@bookplate/messages/providers";
import type { RecoveryWords } from "@bookplate/messages/recovery";
import type { SafetyWords } from "@bookplate/messages/safety";
import type { Screens } from "@bookplate/messages/screens";
import type { ShelfWords } from "@bookplate/messages/shelf";
import type { SignUpWords } from "@bookplate/messages/sign-up";

type Some<Catalogue> = {
  readonly [Entry in keyof Catalogue]?: Catalogue[Entry] extends string ? string : Partial<Catalogue[Entry]>;
};

/** Words of the book's own in the place of ours: any subset of a catalogue. */
export interface MessageOverrides {
  readonly labels?: Partial<Labels>;
  readonly screens?: Some<Screens>;
  readonly problems?: Some<Problems>;
  readonly account?: Some<AccountWords>;
  readonly claims?: Some<ClaimsWords>;
  readonly chatTools?: Some<ChatToolsWords>;
  readonly firstAdministrator?: Some<FirstAdministratorWords>;
  readonly magicLink?: Some<MagicLinkWords>;
  readonly passkeys?: Some<PasskeysWords>;
  readonly proofs?: Some<ProofsWords>;
  readonly providers?: Some<ProviderWords>;
  readonly recovery?: Some<RecoveryWords>;
  readonly safety?: Some<SafetyWords>;
  readonly shelf?: Some<ShelfWords>;
  readonly signUp?: Some<SignUpWords>;
}

/** Lays some words over a catalogue: whole sentences, or some of a group. */
export function override<Catalogue extends object>(
  catalogue: Catalogue,
  some: Some<Catalogue> | undefined,
): Catalogue {
  const entries = Object.entries(some ?? {}).map(([entry, words]) => [
    entry,
    typeof words === "string" ? words : { ...groupOf(catalogue, entry), ...groupOf(some, entry) },
  ]);
  return { ...catalogue, ...Object.fromEntries(entries) };
}

function groupOf(catalogue: object | undefined, entry: string): object {
  const group: unknown = new Map(Object.entries(catalogue ?? {})).get(entry);
  return typeof group === "object" && group !== null ? group : {};
}
