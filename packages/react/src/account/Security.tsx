import { type ComponentType, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";
import { Passkeys } from "../passkeys/Passkeys.tsx";
import { LinkedProviders } from "../providers/LinkedProviders.tsx";
import { Activity } from "./Activity.tsx";
import { useAccountWords } from "./account-words.tsx";
import { PartOfPage } from "./PartOfPage.tsx";
import { Password } from "./Password.tsx";
import { SecondFactor } from "./SecondFactor.tsx";
import { SignInMethodsContext } from "./sign-in-methods.ts";
import { useReading } from "./use-reading.ts";

/** The ways to sign in, each a section of its own; they read their state by `useSignInMethods`. */
const waysToSignIn: readonly (readonly [string, ComponentType])[] = [
  ["password", Password],
  ["passkeys", Passkeys],
  ["second-factor", SecondFactor],
  ["providers", LinkedProviders],
];

/** How the reader signs in, and what happened to the account. */
export function Security({ arrived }: { readonly arrived: boolean }) {
  const { client } = useAuth();
  const { account } = useAccountWords();
  const { security: words } = account;
  const { value: methods, failure, readAnew } = useReading(client.account.signInMethods);
  // What has just been done is the newest of what happened.
  const [changes, setChanges] = useState(0);
  function changed() {
    readAnew();
    setChanges((count) => count + 1);
  }
  return (
    <PartOfPage title={words.title} lead={words.lead} arrived={arrived}>
      {methods === null && failure === "" && (
        <p className="bp-quiet bp-waiting" role="status">
          {account.reading}
        </p>
      )}
      <FailureBox text={failure}>
        <button type="button" className="bp-link" onClick={readAnew}>
          {account.tryAgain}
        </button>
      </FailureBox>
      {methods !== null && (
        <SignInMethodsContext.Provider value={{ methods, readAnew: changed }}>
          {waysToSignIn.map(([way, Section]) => (
            <Section key={way} />
          ))}
        </SignInMethodsContext.Provider>
      )}
      <Activity key={changes} />
    </PartOfPage>
  );
}
