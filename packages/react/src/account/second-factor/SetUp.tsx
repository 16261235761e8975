import { useEffect, useId, useRef } from "react";
import { useAuth } from "../../auth-context.ts";
import { CodeField } from "../../forms/CodeField.tsx";
import { FailureBox, FormBox, Submit } from "../../forms/FormBox.tsx";
import { Abandoned } from "../../forms/failure.ts";
import { useCode } from "../../forms/use-code.ts";
import { useForm } from "../../forms/use-form.ts";
import { useAccountWords } from "../account-words.tsx";
import { useStepUp } from "../step-up/index.ts";
import { useReading } from "../use-reading.ts";
import { CopyButton } from "./CopyButton.tsx";
import { QrCode } from "./QrCode.tsx";

interface SetUpProps {
  readonly onTurnedOn: (recoveryCodes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Turns two-step sign-in on: an app gets the secret, and shows that it has it. */
export default function SetUp({ onTurnedOn, onCancel }: SetUpProps) {
  const { client } = useAuth();
  const { perform } = useStepUp();
  const { account, safety } = useAccountWords();
  const { setUp: words } = safety;
  const heading = useRef<HTMLHeadingElement>(null);
  const {
    value: secret,
    failure: unread,
    readAnew,
  } = useReading(async () => {
    try {
      return await perform(client.account.beginTotp);
    } catch (error) {
      if (error instanceof Abandoned) onCancel();
      throw error;
    }
  });
  const id = useId();
  const code = useCode("totp");
  const { busy, failure, formProps } = useForm({
    rules: code.rules,
    async send(value) {
      const { recoveryCodes } = await perform(() => client.account.confirmTotp(code.read(value)));
      onTurnedOn(recoveryCodes);
    },
    word: code.word,
  });
  const isReady = secret !== null;
  useEffect(() => {
    if (isReady) heading.current?.focus();
  }, [isReady]);

  const cancel = (
    <button type="button" className="bp-button bp-button-quiet" onClick={onCancel}>
      {account.cancel}
    </button>
  );
  return (
    <div className="bp-set-up">
      <h4 tabIndex={-1} ref={heading}>
        {words.title}
      </h4>
      <FailureBox text={unread}>
        <button type="button" className="bp-link" onClick={readAnew}>
          {account.tryAgain}
        </button>
      </FailureBox>
      {secret !== null && (
        <>
          <p>{words.scan}</p>
          <QrCode text={secret.otpauthUri} label={words.picture} />
          <a className="bp-link" href={secret.otpauthUri}>
            {words.open}
          </a>
          <p>{words.typed}</p>
          <p className="bp-secret">
            <code dir="ltr">{inGroups(secret.secret)}</code>
          </p>
          <CopyButton text={secret.secret} label={words.copyKey} />
          <form id={id} name="second-factor" className="bp-form" method="post" {...formProps}>
            <p>{words.prove}</p>
            <FormBox failure={failure} />
            <CodeField id={`${id}-code`} code={code} failure={failure} />
            <div className="bp-actions">
              <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
              {cancel}
            </div>
          </form>
        </>
      )}
      {secret === null && cancel}
    </div>
  );
}

/** Four characters at a time, as people read them off a screen. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? secret;
