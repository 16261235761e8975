import type { Account } from "@bookplate/client";
import { labelsFor } from "@bookplate/messages/labels";
import { useEffect, useId, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { BookLink } from "../BookLink.tsx";
import { useWords, WithWords } from "../words/words.tsx";
import { Avatar } from "./Avatar.tsx";
import { SignOutButton } from "./SignOutButton.tsx";

interface AccountMenuProps {
  readonly placement: "navbar" | "drawer";
}

/** The signed-in reader's button and the list behind it: a disclosure, not a menu, so Tab goes through it. */
export default function AccountMenu({ placement }: AccountMenuProps) {
  const { account } = useAuth();
  if (account === null) return null;
  return (
    <WithWords>
      {placement === "drawer" ? <AccountList account={account} /> : <Disclosure account={account} />}
    </WithWords>
  );
}

function Disclosure({ account }: { readonly account: Account }) {
  const { settings } = useAuth();
  const labels = { ...labelsFor(settings.language), ...settings.messages.labels };
  const [open, setOpen] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();

  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!container.current?.contains(event.target as Node)) setOpen(false);
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", closeByKey);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", closeByKey);
    };
  }, [open]);

  return (
    <div className="bp-account-menu" ref={container}>
      <button
        type="button"
        className="bp-account-button"
        data-status="user"
        aria-label={labels.yourAccount}
        aria-expanded={open}
        aria-controls={list}
        ref={button}
        onClick={() => setOpen(!open)}
      >
        <Avatar account={account} />
        <svg className="bp-chevron" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      <div id={list} className="bp-account-popover" hidden={!open}>
        <AccountList account={account} onLeave={() => setOpen(false)} />
      </div>
    </div>
  );
}

interface AccountListProps {
  readonly account: Account;
  readonly onLeave?: () => void;
}

function AccountList({ account, onLeave }: AccountListProps) {
  const { settings } = useAuth();
  const { screens } = useWords();
  const { yourAccount } = { ...labelsFor(settings.language), ...settings.messages.labels };
  const page = settings.pages.account;
  return (
    <ul className="bp-account-list">
      <li className="bp-account-who">
        <span className="bp-quiet">{screens.account.signedInAs}</span>
        {account.name !== null && <strong dir="auto">{account.name}</strong>}
        <bdi dir="ltr">{account.email}</bdi>
      </li>
      {page !== undefined && (
        <li>
          <BookLink
            href={page}
            className="bp-account-action"
            onFollow={() => {
              onLeave?.();
              settings.navigate(page);
            }}
          >
            {yourAccount}
          </BookLink>
        </li>
      )}
      <li>
        <SignOutButton
          className="bp-account-action"
          label={screens.account.signOut}
          busyLabel={screens.account.signingOut}
        />
      </li>
    </ul>
  );
}
