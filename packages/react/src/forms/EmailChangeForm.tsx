import { useAuth } from "../auth-context.ts";
import { useRecoveryWords, WithRecoveryWords } from "../words/recovery-words.tsx";
import { WithWords } from "../words/words.tsx";
import { LetterButton } from "./LetterButton.tsx";
import { PageLink } from "./PageLink.tsx";

/** The page `/email-change`, where the letter to a new address leads. */
export function EmailChangeForm() {
  return (
    <WithWords>
      <WithRecoveryWords>
        <EmailChange />
      </WithRecoveryWords>
    </WithWords>
  );
}

function EmailChange() {
  const { client } = useAuth();
  const { emailChange: words } = useRecoveryWords();
  return (
    <LetterButton
      name="email-change"
      words={words}
      act={client.account.confirmEmail}
      lead={(link) => (
        <>
          <p className="bp-lead">{link?.email ? words.lead : words.leadNoAddress}</p>
          {link?.email && (
            <p className="bp-address">
              <bdi dir="ltr">{link.email}</bdi>
            </p>
          )}
          <p className="bp-quiet">{words.consequences}</p>
        </>
      )}
      wayOn={() => (
        <PageLink to="account" className="bp-button">
          {words.toAccount}
        </PageLink>
      )}
    />
  );
}
