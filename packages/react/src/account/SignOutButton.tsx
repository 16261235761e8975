import { lazy, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { Lazily } from "../Lazily.tsx";
import { hasUnsentQuestion } from "./unsent-question.ts";
import { useReturningFocus } from "./use-returning-focus.ts";

const UnsentQuestion = lazy(() => import("./UnsentQuestion.tsx"));

interface SignOutButtonProps {
  readonly className: string;
  readonly label: string;
  readonly busyLabel: string;
}

/** Signs out here. What is typed in the chat goes with it, so where something is, the reader is asked first. */
export function SignOutButton({ className, label, busyLabel }: SignOutButtonProps) {
  const { client, account, logout } = useAuth();
  const [leaving, setLeaving] = useState(false);
  const { doing, begin, stop } = useReturningFocus<"asking">();

  function leave() {
    if (leaving) return;
    setLeaving(true);
    void logout();
  }
  function press(button: HTMLElement) {
    const asks = !leaving && account !== null && hasUnsentQuestion(client.storageKey, account.id);
    if (asks) begin("asking", button);
    else leave();
  }

  return (
    <>
      <button
        type="button"
        className={className}
        hidden={doing !== null}
        aria-busy={leaving}
        onClick={(event) => press(event.currentTarget)}
      >
        {leaving ? busyLabel : label}
      </button>
      {doing !== null && (
        <Lazily onFailure={leave}>
          <UnsentQuestion onSignOut={leave} onStay={stop} />
        </Lazily>
      )}
    </>
  );
}
