import type { Account } from "@bookplate/client";
import { useState } from "react";
import { LocalMailbox } from "../forms/LocalMailbox.tsx";
import { useAccountWords } from "./account-words.tsx";
import { NewEmail } from "./NewEmail.tsx";
import { Section } from "./Section.tsx";
import { useReturningFocus } from "./use-returning-focus.ts";

/** The address that the reader signs in with, and the way to another one. */
export function EmailAddress({ account }: { readonly account: Account }) {
  const { account: words, safety } = useAccountWords();
  const { doing, begin, stop } = useReturningFocus<"changing">();
  const [waiting, setWaiting] = useState<string | null>(null);
  const isWaiting = waiting !== null && waiting !== account.email;

  return (
    <Section title={words.profile.email}>
      <p className="bp-fact">
        <bdi dir="ltr">{account.email}</bdi>
        {account.emailVerified && <span className="bp-badge">{words.profile.confirmed}</span>}
      </p>
      <div role="status" className="bp-outcome">
        {isWaiting && (
          <>
            <p>{safety.email.waiting}</p>
            <p className="bp-address">
              <bdi dir="ltr">{waiting}</bdi>
            </p>
          </>
        )}
      </div>
      {isWaiting && <LocalMailbox />}
      <button
        type="button"
        className="bp-button bp-button-quiet"
        hidden={doing !== null}
        onClick={(event) => begin("changing", event.currentTarget)}
      >
        {safety.email.change}
      </button>
      {doing === "changing" && (
        <NewEmail
          current={account.email ?? ""}
          onSent={(newEmail) => {
            setWaiting(newEmail);
            stop();
          }}
          onCancel={stop}
        />
      )}
    </Section>
  );
}
