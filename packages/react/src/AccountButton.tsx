import { labelsFor } from "@bookplate/messages/labels";
import { lazy } from "react";
import { useAuth } from "./auth-context.ts";
import { loadDialogs } from "./dialog/load-dialogs.ts";
import { Lazily } from "./Lazily.tsx";

const AccountMenu = lazy(() => import("./account/AccountMenu.tsx"));

export interface AccountButtonProps {
  /** `drawer`: a phone's side menu, where the list of the account lies open. */
  readonly placement?: "navbar" | "drawer";
}

/** "Sign in", or the account of who is. Takes the same room from the first rendering on. */
export function AccountButton({ placement = "navbar" }: AccountButtonProps) {
  const { status, settings, openLogin } = useAuth();
  const { signIn } = { ...labelsFor(settings.language), ...settings.messages.labels };
  const button = (
    <button
      type="button"
      className="bp-account-button"
      data-status={status}
      aria-haspopup="dialog"
      onClick={() => void openLogin()}
      onPointerEnter={prepare}
      onFocus={prepare}
    >
      {signIn}
    </button>
  );
  return (
    <div className="bp-account" data-placement={placement} data-status={status} tabIndex={-1}>
      {status === "user" ? (
        <Lazily fallback={button}>
          <AccountMenu placement={placement} />
        </Lazily>
      ) : (
        button
      )}
    </div>
  );
}

// A failure shows when the dialog is opened; reaching for the button must not report it.
const prepare = () => void loadDialogs().catch(() => {});
