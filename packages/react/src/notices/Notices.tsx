import { lazy } from "react";
import { useAuth } from "../auth-context.ts";
import { CloseIcon } from "../dialog/CloseIcon.tsx";
import { useWords, WithWords } from "../words/words.tsx";
import { ClaimNotice } from "./ClaimNotice.tsx";

const PasskeyOffer = lazy(() => import("../passkeys/PasskeyOffer.tsx"));

interface NoticesProps {
  /** Ends the offer of a passkey; `null` where none is to be made. */
  readonly endOffer: (() => void) | null;
}

/**
 * What the reader should know about the session, over the page and out of the way of what they are doing: one thing
 * at a time.
 */
export default function Notices(props: NoticesProps) {
  return (
    <WithWords>
      <FirstNotice {...props} />
    </WithWords>
  );
}

function FirstNotice({ endOffer }: NoticesProps) {
  const { endedBecause, conversationsAdded, conversationsWaiting } = useAuth();
  if (conversationsWaiting !== null) return <ClaimNotice count={conversationsWaiting} />;
  if (endedBecause !== null || conversationsAdded !== null) return <Notice />;
  return endOffer && <PasskeyOffer onDone={endOffer} />;
}

function Notice() {
  const { endedBecause, conversationsAdded, openLogin, dismissNotice } = useAuth();
  const { bars } = useWords().screens;
  const text =
    endedBecause === null ? bars.conversationsAdded({ count: conversationsAdded ?? 0 }) : bars.signedOut;
  return (
    <div className="bp-notice" role="status">
      <p className="bp-notice-text">{text}</p>
      {endedBecause !== null && (
        <button type="button" className="bp-link" onClick={() => void openLogin()}>
          {bars.signIn}
        </button>
      )}
      <button type="button" className="bp-icon-button" aria-label={bars.dismiss} onClick={dismissNotice}>
        <CloseIcon />
      </button>
    </div>
  );
}
