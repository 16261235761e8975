import type { Account } from "@bookplate/client";
import { labelsFor } from "@bookplate/messages/labels";
import { lazy, useEffect, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { Heading } from "../forms/Heading.tsx";
import { Avatar } from "./Avatar.tsx";
import { useAccountWords, WithAccountWords } from "./account-words.tsx";
import { Data } from "./Data.tsx";
import { Devices } from "./Devices.tsx";
import { Farewell } from "./Farewell.tsx";
import { Invitation } from "./Invitation.tsx";
import { LazyPart } from "./LazyPart.tsx";
import { PartLinks } from "./PartLinks.tsx";
import { Preferences, type PreferencesProps } from "./Preferences.tsx";
import { Profile } from "./Profile.tsx";
import { partIn, partsFor, useFragment } from "./parts.ts";
import { Security } from "./Security.tsx";

const Chats = lazy(() => import("./Chats.tsx"));
const Bookmarks = lazy(() => import("./Bookmarks.tsx"));

export interface AccountPageProps extends Partial<Pick<PreferencesProps, "applyTheme" | "translations">> {
  /** Names the part that is shown, such as `#devices`; the address bar's where it is not given. */
  readonly fragment?: string;
  /** Shows a conversation in the chat panel, at one of its messages; left out, none can be opened from here. */
  readonly openConversation?: (id: string, messageId?: string | null) => void;
}

/** The page `/account`: everything that the book knows about its reader, and what they can do about it. */
export function AccountPage(props: AccountPageProps) {
  return (
    <WithAccountWords>
      <Page {...props} />
    </WithAccountWords>
  );
}

function Page(props: AccountPageProps) {
  const { status, account, guestAccount, settings } = useAuth();
  const { account: words } = useAccountWords();
  const { yourAccount } = { ...labelsFor(settings.language), ...settings.messages.labels };
  const page = useRef<HTMLDivElement>(null);
  const reader = account ?? guestAccount;
  // What somebody has just deleted for good, until they are here anew.
  const [deleted, setDeleted] = useState<"account" | "guest" | null>(null);

  // Signing out takes the button away that had the focus.
  const [lastStatus, setLastStatus] = useState(status);
  useEffect(() => {
    const left = lastStatus === "user" && status === "guest";
    if (left && document.activeElement === document.body) {
      page.current?.querySelector<HTMLElement>("[data-heading]")?.focus();
    }
    if (reader !== null) setDeleted(null);
    setLastStatus(status);
  }, [lastStatus, status, reader]);

  return (
    <div className="bp-account-page" aria-busy={status === "unknown"} ref={page}>
      <header className="bp-account-page-header">
        {account !== null && <Avatar account={account} />}
        <Heading>{yourAccount}</Heading>
      </header>
      {status === "unknown" && (
        <p className="bp-quiet bp-waiting" role="status">
          {words.loading}
        </p>
      )}
      {deleted !== null && reader === null && status === "guest" && <Farewell of={deleted} />}
      {deleted === null && status === "guest" && <Invitation isKnown={reader !== null} />}
      {reader !== null && (
        <Parts
          key={reader.id}
          reader={reader}
          onDeleted={() => setDeleted(reader.guest ? "guest" : "account")}
          {...props}
        />
      )}
    </div>
  );
}

function Parts({
  reader,
  fragment,
  openConversation,
  applyTheme,
  translations,
  onDeleted,
}: AccountPageProps & { readonly reader: Account; readonly onDeleted: () => void }) {
  const own = useFragment();
  const parts = partsFor(reader);
  const shown = partIn(fragment ?? own, parts);
  const [first] = useState(shown);
  const [moved, setMoved] = useState(false);
  const arrived = moved || shown !== first;
  useEffect(() => {
    if (arrived) setMoved(true);
  }, [arrived]);

  return (
    <div className="bp-parts">
      <PartLinks parts={parts} shown={shown} />
      {shown === "profile" && <Profile account={reader} arrived={arrived} />}
      {shown === "security" && <Security arrived={arrived} />}
      {shown === "devices" && <Devices arrived={arrived} />}
      {shown === "chats" && (
        <LazyPart key={shown}>
          <Chats arrived={arrived} openConversation={openConversation} />
        </LazyPart>
      )}
      {shown === "bookmarks" && (
        <LazyPart key={shown}>
          <Bookmarks arrived={arrived} />
        </LazyPart>
      )}
      {shown === "data" && <Data arrived={arrived} guest={reader.guest} onDeleted={onDeleted} />}
      {shown === "preferences" && (
        <Preferences reader={reader} arrived={arrived} applyTheme={applyTheme} translations={translations} />
      )}
    </div>
  );
}
