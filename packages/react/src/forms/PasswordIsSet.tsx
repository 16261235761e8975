import { useRecoveryWords } from "../words/recovery-words.tsx";
import { LetterScreen } from "./LetterScreen.tsx";
import { PageLink } from "./PageLink.tsx";

/** What stands in the form's place after a reset: the form must go, so that managers offer to save. */
export function PasswordIsSet() {
  const { reset: words } = useRecoveryWords();
  return (
    <LetterScreen title={words.doneTitle} takesFocus>
      <p className="bp-lead">{words.done}</p>
      <div className="bp-actions">
        <PageLink to="login" className="bp-button">
          {words.signIn}
        </PageLink>
      </div>
    </LetterScreen>
  );
}
