import type { Passkey } from "@bookplate/client";
import { useAccountWords } from "../account/account-words.tsx";
import { Confirmation } from "../account/Confirmation.tsx";
import { Moment, momentIn } from "../account/Moment.tsx";
import { NewName } from "../account/NewName.tsx";
import { useStepUp } from "../account/step-up/index.ts";
import { useReturningFocus } from "../account/use-returning-focus.ts";

/** Characters that a name may have. */
const NAME_LENGTH = 80;

interface OnePasskeyProps {
  readonly passkey: Passkey;
  /** Without it nobody could sign in to the account. */
  readonly isOnly: boolean;
  readonly onRename: (passkey: Passkey, name: string) => Promise<void>;
  readonly onRemove: (passkey: Passkey) => Promise<void>;
}

export function OnePasskey({ passkey, isOnly, onRename, onRemove }: OnePasskeyProps) {
  const { passkeys: words, locale } = useAccountWords();
  const { perform } = useStepUp();
  const { doing, begin, stop } = useReturningFocus<"renaming" | "removing">();
  const { name: given, provider, synced, createdAt, lastUsedAt } = passkey;
  const name = given ?? words.unnamed;
  return (
    <li className="bp-row">
      <div className="bp-row-facts">
        <strong dir="auto">{name}</strong>
        <span className="bp-quiet">
          {provider !== null && provider !== name && <span>{words.keptBy({ provider })}</span>}
          {synced && <span>{words.synced}</span>}
        </span>
        <span className="bp-quiet">{words.added({ time: momentIn(new Date(createdAt), locale) })}</span>
        <span className="bp-quiet">
          {lastUsedAt === null ? words.neverUsed : <Moment at={lastUsedAt} say={words.lastUsed} />}
        </span>
        {isOnly && <span className="bp-quiet">{words.only}</span>}
      </div>
      <div className="bp-row-actions" hidden={doing !== null}>
        <button
          type="button"
          className="bp-link"
          aria-label={words.renameNamed({ name })}
          onClick={(event) => begin("renaming", event.currentTarget)}
        >
          {words.rename}
        </button>
        {!isOnly && (
          <button
            type="button"
            className="bp-link"
            aria-label={words.removeNamed({ name })}
            onClick={(event) => begin("removing", event.currentTarget)}
          >
            {words.remove}
          </button>
        )}
      </div>
      {doing === "renaming" && (
        <NewName
          field="name"
          label={words.newName}
          current={name}
          maxLength={NAME_LENGTH}
          onRename={async (chosen) => {
            await onRename(passkey, chosen);
            stop();
          }}
          onCancel={stop}
        />
      )}
      {doing === "removing" && (
        <Confirmation
          question={words.removeQuestion}
          label={words.remove}
          act={() => perform(() => onRemove(passkey))}
          onCancel={stop}
        />
      )}
    </li>
  );
}
