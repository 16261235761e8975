import type { SignInWays } from "@bookplate/client";
import type { PasskeySignIn } from "../passkeys/use-passkey-sign-in.ts";
import { ProviderButtons } from "../providers/ProviderButtons.tsx";
import { useWords } from "../words/words.tsx";
import { FailureBox } from "./FormBox.tsx";

interface OtherWaysProps {
  readonly ways: SignInWays | null;
  readonly passkey: PasskeySignIn;
  readonly onMagicLink: () => void;
}

/** The ways to sign in without a password, below the form for it. */
export function OtherWays({ ways, passkey, onMagicLink }: OtherWaysProps) {
  const { login: words } = useWords().screens;
  return (
    <div className="bp-other-ways">
      <FailureBox text={passkey.failure} />
      {passkey.offered && (
        <button
          type="button"
          className="bp-button bp-button-quiet"
          aria-busy={passkey.busy}
          onClick={passkey.signIn}
        >
          {passkey.busy ? words.passkeyBusy : words.passkey}
        </button>
      )}
      <ProviderButtons />
      {ways?.magicLink && (
        <button type="button" className="bp-button bp-button-quiet" onClick={onMagicLink}>
          {words.magicLink}
        </button>
      )}
    </div>
  );
}
