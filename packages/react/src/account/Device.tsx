import type { Device as SignIn } from "@bookplate/client";
import { useAccountWords } from "./account-words.tsx";
import { Confirmation } from "./Confirmation.tsx";
import { Moment, momentIn } from "./Moment.tsx";
import { SignOutButton } from "./SignOutButton.tsx";
import { useReturningFocus } from "./use-returning-focus.ts";

interface DeviceProps {
  readonly device: SignIn;
  readonly onEnd: (device: SignIn) => Promise<void>;
}

/** One sign-in of the account. The one that is being looked at offers the ordinary signing out. */
export function Device({ device, onEnd }: DeviceProps) {
  const { account, activity, locale } = useAccountWords();
  const { devices: words } = account;
  const { doing, begin, stop } = useReturningFocus<"ending">();
  const name = device.device ?? activity.unknownDevice;
  const from = [device.place, device.ip].filter((fact) => fact !== null);

  return (
    <li className="bp-row" data-current={device.current}>
      <div className="bp-row-facts">
        <span className="bp-row-heading">
          {/* In the page's direction: by its first letter "Chrome على Linux" would be taken for English. */}
          <strong>{name}</strong>
          {device.current && <span className="bp-badge">{words.current}</span>}
        </span>
        <span className="bp-quiet">
          <Moment at={device.lastSeenAt} say={words.lastActive} />
        </span>
        <span className="bp-quiet">
          {words.since({ time: momentIn(new Date(device.createdAt), locale) })}
        </span>
        {from.length > 0 && (
          <span className="bp-quiet">
            {from.map((fact) => (
              <bdi key={fact}>{fact}</bdi>
            ))}
          </span>
        )}
      </div>
      <div className="bp-row-actions" hidden={doing !== null}>
        {device.current ? (
          <SignOut />
        ) : (
          <button
            type="button"
            className="bp-link"
            aria-label={words.endNamed({ device: name })}
            onClick={(event) => begin("ending", event.currentTarget)}
          >
            {words.end}
          </button>
        )}
      </div>
      {doing === "ending" && (
        <Confirmation
          question={words.endQuestion}
          label={words.end}
          act={() => onEnd(device)}
          onCancel={stop}
        />
      )}
    </li>
  );
}

function SignOut() {
  const { account: words } = useAccountWords().screens;
  return <SignOutButton className="bp-link" label={words.signOut} busyLabel={words.signingOut} />;
}
