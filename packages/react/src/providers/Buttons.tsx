import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";
import { heldInvitation } from "../forms/invitation.ts";
import { useProviderWords, WithProviderWords } from "../words/provider-words.tsx";
import { useFailureText } from "../words/use-failure-text.ts";
import { readLastWay } from "./last-way.ts";
import { keepReadingPlace } from "./reading-place.ts";

interface ButtonsProps {
  readonly providers: readonly Provider[];
}

/** The buttons that lead to providers. */
export default function Buttons(props: ButtonsProps) {
  return (
    <WithProviderWords>
      <List {...props} />
    </WithProviderWords>
  );
}

interface Provider {
  readonly id: string;
  readonly name: string;
}

function List({ providers }: ButtonsProps) {
  const { client, settings } = useAuth();
  const words = useProviderWords();
  const failureText = useFailureText();
  const [leavingFor, setLeavingFor] = useState<string | null>(null);
  const [failure, setFailure] = useState("");
  // Read after the first rendering, which is the same everywhere.
  const [lastWay, setLastWay] = useState<string | null>(null);
  useEffect(() => setLastWay(readLastWay(client.storageKey)), [client]);
  // A page that comes back from the browser's memory is not on its way any more.
  useEffect(() => {
    const stay = () => setLeavingFor(null);
    addEventListener("pageshow", stay);
    return () => removeEventListener("pageshow", stay);
  }, []);

  async function leave({ id }: Provider) {
    if (leavingFor !== null) return;
    setLeavingFor(id);
    setFailure("");
    try {
      const returnTo = new URL(settings.pages.login, location.href).href;
      const address = await client.auth.beginProvider(id, {
        returnTo,
        language: settings.language,
        ...heldInvitation(client),
      });
      keepReadingPlace(client.storageKey, settings.pages.login);
      location.assign(address);
    } catch (error) {
      setFailure(failureText(error));
      setLeavingFor(null);
    }
  }

  return (
    <div className="bp-providers">
      <FailureBox text={failure} />
      {providers.map((provider) => (
        <button
          key={provider.id}
          type="button"
          className="bp-button bp-button-quiet bp-provider"
          aria-busy={leavingFor === provider.id}
          onClick={() => void leave(provider)}
        >
          <span className="bp-provider-letter" aria-hidden="true">
            {provider.name.slice(0, 1)}
          </span>
          <span>{leavingFor === provider.id ? words.leaving(provider) : words.continueWith(provider)}</span>
          {lastWay === provider.id && <span className="bp-badge">{words.lastUsed}</span>}
        </button>
      ))}
    </div>
  );
}
