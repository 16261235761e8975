import { isProblem, type TrustedDevice } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";
import { useAccountWords } from "./account-words.tsx";
import { momentIn } from "./Moment.tsx";
import { useAct } from "./use-act.ts";
import { useReading } from "./use-reading.ts";

/** The devices that are asked for no code for a while. */
export function TrustedDevices() {
  const { client } = useAuth();
  const { account, safety } = useAccountWords();
  const { trusted: words } = safety;
  const { value: devices, failure, readAnew } = useReading(client.account.trustedDevices);
  const [outcome, setOutcome] = useState("");

  async function forget({ id }: TrustedDevice) {
    await client.account.forgetTrustedDevice(id).catch((error) => {
      // Its days are over meanwhile: what the reader wanted is so.
      if (!isProblem(error, "not-found")) throw error;
    });
    setOutcome(words.forgotten);
    readAnew();
  }

  return (
    <div className="bp-trusted">
      <h4>{words.title}</h4>
      <p className="bp-quiet">{devices?.items.length === 0 ? words.empty : words.lead}</p>
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <FailureBox text={failure}>
        <button type="button" className="bp-link" onClick={readAnew}>
          {account.tryAgain}
        </button>
      </FailureBox>
      <ul className="bp-rows">
        {devices?.items.map((device) => (
          <Row key={device.id} device={device} onForget={() => forget(device)} />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly device: TrustedDevice;
  readonly onForget: () => Promise<void>;
}

function Row({ device, onForget }: RowProps) {
  const { account, activity, safety, locale } = useAccountWords();
  const { trusted: words } = safety;
  const { busy, failure, run } = useAct(onForget);
  const name = device.device ?? activity.unknownDevice;
  return (
    <li className="bp-row">
      <div className="bp-row-facts">
        <strong>{name}</strong>
        <span className="bp-quiet">
          {words.until({ time: momentIn(new Date(device.expiresAt), locale) })}
        </span>
      </div>
      <div className="bp-row-actions">
        <button
          type="button"
          className="bp-link"
          aria-busy={busy}
          aria-label={words.forgetNamed({ device: name })}
          onClick={run}
        >
          {busy ? account.working : words.forget}
        </button>
      </div>
      <FailureBox text={failure} />
    </li>
  );
}
