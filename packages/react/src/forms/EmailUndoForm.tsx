import { useAuth } from "../auth-context.ts";
import { useRecoveryWords, WithRecoveryWords } from "../words/recovery-words.tsx";
import { WithWords } from "../words/words.tsx";
import { LetterButton } from "./LetterButton.tsx";
import { PageLink } from "./PageLink.tsx";

/** The page `/email-undo`, where the letter to the old address leads. */
export function EmailUndoForm() {
  return (
    <WithWords>
      <WithRecoveryWords>
        <EmailUndo />
      </WithRecoveryWords>
    </WithWords>
  );
}

function EmailUndo() {
  const { client, status } = useAuth();
  const { emailUndo: words, forgot } = useRecoveryWords();
  return (
    <LetterButton
      name="email-undo"
      words={words}
      act={async (token) => {
        await client.account.undoEmail(token);
        // If this browser was signed in, it hears here that it no longer is.
        if (status === "user") await client.account.get().catch(() => {});
      }}
      lead={() => (
        <>
          <p className="bp-lead">{words.lead}</p>
          <ul className="bp-consequences">
            {words.consequences.map((consequence) => (
              <li key={consequence}>{consequence}</li>
            ))}
          </ul>
        </>
      )}
      wayOn={(outcome) =>
        outcome === "done" ? (
          <PageLink to="login" className="bp-button">
            {forgot.back}
          </PageLink>
        ) : (
          <PageLink to="forgot" className="bp-button">
            {words.forgot}
          </PageLink>
        )
      }
    />
  );
}
