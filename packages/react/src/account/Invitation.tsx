import { useAuth } from "../auth-context.ts";
import { useWays } from "../providers/use-ways.ts";
import { useAccountWords } from "./account-words.tsx";

interface InvitationProps {
  /** Whether this is a guest who has asked something, rather than nobody at all. */
  readonly isKnown: boolean;
}

/** For somebody without an account: a guest had better register, anybody else sign in. Both lead back to this page. */
export function Invitation({ isKnown }: InvitationProps) {
  const { openLogin, openRegister } = useAuth();
  const { account: words, screens } = useAccountWords();
  const takesAccounts = useWays()?.signUp !== "closed";
  const ways = [
    { label: screens.login.submit, open: openLogin },
    ...(takesAccounts ? [{ label: words.register, open: openRegister }] : []),
  ];
  return (
    <div className="bp-invitation">
      <p>{isKnown ? words.guest : words.signedOut}</p>
      <div className="bp-actions">
        {(isKnown ? ways.toReversed() : ways).map(({ label, open }, index) => (
          <button
            key={label}
            type="button"
            className={index === 0 ? "bp-button" : "bp-button bp-button-quiet"}
            onClick={() => void open()}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
