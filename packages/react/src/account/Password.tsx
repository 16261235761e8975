import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useAccountWords } from "./account-words.tsx";
import { NewPassword } from "./NewPassword.tsx";
import { Section } from "./Section.tsx";
import { useSignInMethods } from "./sign-in-methods.ts";
import { useReturningFocus } from "./use-returning-focus.ts";

/** The password: changed, or set where the account has none yet. */
export function Password() {
  const { safety } = useAccountWords();
  const { password: words } = safety;
  const { account } = useAuth();
  const { methods, readAnew } = useSignInMethods();
  const { doing, begin, stop } = useReturningFocus<"changing">();
  const [outcome, setOutcome] = useState("");

  function changed() {
    setOutcome(methods.password ? words.changed : words.added);
    stop();
    readAnew();
  }

  return (
    <Section title={words.title}>
      <p className="bp-quiet">{methods.password ? words.set : words.unset}</p>
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <button
        type="button"
        className="bp-button bp-button-quiet"
        hidden={doing !== null}
        onClick={(event) => {
          setOutcome("");
          begin("changing", event.currentTarget);
        }}
      >
        {methods.password ? words.change : words.add}
      </button>
      {doing === "changing" && (
        <NewPassword
          email={account?.email ?? ""}
          hasPassword={methods.password}
          onChanged={changed}
          onCancel={stop}
        />
      )}
    </Section>
  );
}
