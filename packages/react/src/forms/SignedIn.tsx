import { SignOutButton } from "../account/SignOutButton.tsx";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { Heading } from "./Heading.tsx";
import { PageLink } from "./PageLink.tsx";

interface SignedInProps {
  readonly title?: string;
}

/** What stands in a form's place once somebody is signed in: the form must go, so that managers offer to save. */
export function SignedIn({ title }: SignedInProps) {
  const { account } = useAuth();
  const { account: words } = useWords().screens;
  return (
    <section className="bp-form">
      <Heading>{title ?? words.already}</Heading>
      <p className="bp-lead">
        {words.signedInAs} <bdi dir="ltr">{account?.email}</bdi>
      </p>
      <div className="bp-actions">
        <PageLink to="home" className="bp-button">
          {words.backToBook}
        </PageLink>
        <SignOutButton
          className="bp-button bp-button-quiet"
          label={words.signOut}
          busyLabel={words.signingOut}
        />
      </div>
    </section>
  );
}
