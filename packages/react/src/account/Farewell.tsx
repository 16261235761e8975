import { useEffect, useRef } from "react";
import { PageLink } from "../forms/PageLink.tsx";
import { useAccountWords } from "./account-words.tsx";

/** The last word to somebody who has deleted what they had here. */
export function Farewell({ of }: { readonly of: "account" | "guest" }) {
  const { screens, safety } = useAccountWords();
  const words = of === "guest" ? { ...safety.data, ...safety.guestData } : safety.data;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="bp-invitation">
      <h2 className="bp-part-heading" tabIndex={-1} ref={heading}>
        {words.farewellTitle}
      </h2>
      <p>{words.farewell}</p>
      <div className="bp-actions">
        <PageLink to="home" className="bp-button">
          {screens.account.backToBook}
        </PageLink>
      </div>
    </section>
  );
}
