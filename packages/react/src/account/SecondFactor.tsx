import { lazy, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { Lazily } from "../Lazily.tsx";
import { useAccountWords } from "./account-words.tsx";
import { Confirmation } from "./Confirmation.tsx";
import { Section } from "./Section.tsx";
import { useSignInMethods } from "./sign-in-methods.ts";
import { useStepUp } from "./step-up/index.ts";
import { TrustedDevices } from "./TrustedDevices.tsx";
import { useReturningFocus } from "./use-returning-focus.ts";

// QR codes and the handing out of recovery codes are for one moment in an account's life.
const SetUp = lazy(() => import("./second-factor/SetUp.tsx"));
const RecoveryCodes = lazy(() => import("./second-factor/RecoveryCodes.tsx"));

/** From so few recovery codes on the reader is told to get new ones. */
const FEW_CODES = 3;

type Doing = "turning-on" | "turning-off" | "renewing" | "keeping";

/** Two-step sign-in. */
export function SecondFactor() {
  const { secondFactor: words } = useAccountWords().safety;
  return (
    <Section title={words.title}>
      <TwoSteps />
    </Section>
  );
}

function TwoSteps() {
  const { client } = useAuth();
  const { safety } = useAccountWords();
  const { secondFactor: words } = safety;
  const { perform } = useStepUp();
  const { methods, readAnew } = useSignInMethods();
  const { doing, begin, stop, stopAt } = useReturningFocus<Doing>();
  const buttons = useRef<HTMLDivElement>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState("");
  const { totp: isOn, required, recoveryCodesLeft } = methods.secondFactor;

  const opens = (act: Doing) => ({
    type: "button" as const,
    hidden: doing !== null,
    onClick(event: { readonly currentTarget: HTMLElement }) {
      setOutcome("");
      begin(act, event.currentTarget);
    },
  });
  function hand(recoveryCodes: readonly string[]) {
    setCodes(recoveryCodes);
    readAnew();
    begin("keeping", document.body);
  }

  return (
    <>
      {required && !isOn && <p className="bp-required">{safety.required}</p>}
      <p className="bp-quiet">{isOn ? words.on : words.off}</p>
      {isOn && (
        <p className="bp-quiet">
          {words.codesLeft({ count: recoveryCodesLeft })} {recoveryCodesLeft <= FEW_CODES && words.codesLow}
        </p>
      )}
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <div className="bp-actions" tabIndex={-1} ref={buttons} hidden={doing !== null}>
        {isOn ? (
          <>
            <button className="bp-button bp-button-quiet" {...opens("renewing")}>
              {words.newCodes}
            </button>
            <button className="bp-button bp-button-quiet" {...opens("turning-off")}>
              {words.turnOff}
            </button>
          </>
        ) : (
          <button className="bp-button" {...opens("turning-on")}>
            {words.turnOn}
          </button>
        )}
      </div>
      {doing === "turning-on" && (
        <Lazily>
          <SetUp
            onTurnedOn={(recoveryCodes) => {
              setOutcome(words.turnedOn);
              hand(recoveryCodes);
            }}
            onCancel={stop}
          />
        </Lazily>
      )}
      {doing === "renewing" && (
        <Confirmation
          question={words.newCodesQuestion}
          label={words.newCodes}
          act={async () => {
            const { recoveryCodes } = await perform(client.account.renewRecoveryCodes);
            hand(recoveryCodes);
          }}
          onCancel={stop}
        />
      )}
      {doing === "turning-off" && (
        <Confirmation
          question={words.turnOffQuestion}
          label={words.turnOff}
          act={async () => {
            await perform(() => client.account.removeSecondFactor());
            setOutcome(words.turnedOff);
            stopAt(buttons.current);
            readAnew();
          }}
          onCancel={stop}
        />
      )}
      {doing === "keeping" && (
        <Lazily>
          <RecoveryCodes codes={codes} onKept={() => stopAt(buttons.current)} />
        </Lazily>
      )}
      {isOn && <TrustedDevices />}
    </>
  );
}
