import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { CloseIcon } from "../dialog/CloseIcon.tsx";
import { usePasskeysWords, WithPasskeysWords } from "../words/passkeys-words.tsx";
import { useFailureText } from "../words/use-failure-text.ts";
import { useWords, WithWords } from "../words/words.tsx";

interface PasskeyOfferProps {
  /** There is nothing to offer, or no more. */
  readonly onDone: () => void;
}

/** Offers a passkey to whoever has just typed a password, once on this device, where the device can verify its user. */
export default function PasskeyOffer(props: PasskeyOfferProps) {
  return (
    <WithWords>
      <WithPasskeysWords>
        <Offer {...props} />
      </WithPasskeysWords>
    </WithWords>
  );
}

function Offer({ onDone }: PasskeyOfferProps) {
  const { client } = useAuth();
  const { bars } = useWords().screens;
  const words = usePasskeysWords();
  const failureText = useFailureText();
  const [text, setText] = useState<string | null>(null);
  const [state, setState] = useState<"offered" | "busy" | "over">("offered");
  const key = `${client.storageKey}-passkey-offered`;

  useEffect(() => {
    let current = true;
    async function look() {
      if (wasOffered(key)) return false;
      const { onDevice } = await client.passkeys.known();
      return onDevice && (await client.account.signInMethods()).passkeys === 0;
    }
    look().then(
      (fits) => {
        if (!current) return;
        if (!fits) return onDone();
        noteOffer(key);
        setText(words.offer.text);
      },
      () => current && onDone(),
    );
    return () => {
      current = false;
    };
  }, [client, key, onDone, words]);

  async function add() {
    if (state === "busy") return;
    setState("busy");
    try {
      const added = await client.passkeys.add();
      if (added === null) return setState("offered");
      setText(added === "present" ? words.present : words.addedNow);
    } catch (error) {
      setText(failureText(error));
    }
    setState("over");
  }

  if (text === null) return null;
  return (
    <div className="bp-notice" role="status">
      <p className="bp-notice-text">{text}</p>
      {state !== "over" && (
        <button type="button" className="bp-link" aria-busy={state === "busy"} onClick={() => void add()}>
          {state === "busy" ? words.adding : words.offer.add}
        </button>
      )}
      <button type="button" className="bp-icon-button" aria-label={bars.dismiss} onClick={onDone}>
        <CloseIcon />
      </button>
    </div>
  );
}

function wasOffered(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function noteOffer(key: string): void {
  try {
    localStorage.setItem(key, "1");
  } catch {
    // Then it is offered once more.
  }
}
