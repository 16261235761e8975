import { isProblem } from "@bookplate/client";
import { WithAccountWords } from "../account/account-words.tsx";
import { StepUpPlace, useStepUp } from "../account/step-up/index.ts";
import { useAuth } from "../auth-context.ts";
import { FormBox, Submit } from "../forms/FormBox.tsx";
import { LetterScreen } from "../forms/LetterScreen.tsx";
import { useIds } from "../forms/place.ts";
import { useForm } from "../forms/use-form.ts";
import { useFirstAdministratorWords } from "../words/first-administrator-words.tsx";

export type Outcome = "done" | "second-factor-missing" | "dead";

interface ClaimButtonProps {
  readonly claimKey: string;
  /** It has taken the place of the invitation to sign in. */
  readonly takesFocus: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** For whoever is signed in: one button that says what it does. Where the last proof is old, it is asked for first. */
export default function ClaimButton(props: ClaimButtonProps) {
  const { title } = useFirstAdministratorWords();
  return (
    <LetterScreen title={title} takesFocus={props.takesFocus}>
      <WithAccountWords>
        <StepUpPlace>
          <ClaimForm {...props} />
        </StepUpPlace>
      </WithAccountWords>
    </LetterScreen>
  );
}

function ClaimForm({ claimKey, onOutcome }: ClaimButtonProps) {
  const { client, account } = useAuth();
  const { perform } = useStepUp();
  const words = useFirstAdministratorWords();
  const ids = useIds("claim-server");
  const { busy, failure, formProps } = useForm({
    rules: {},
    async send() {
      try {
        const { secondFactorSetUpRequired } = await perform(() => client.account.claimServer(claimKey));
        onOutcome(secondFactorSetUpRequired ? "second-factor-missing" : "done");
      } catch (error) {
        if (!isProblem(error, "token-invalid")) throw error;
        onOutcome("dead");
      }
    },
  });
  return (
    <form id={ids()} name="claim-server" className="bp-subform" method="post" {...formProps}>
      <p className="bp-lead">{words.lead}</p>
      <p className="bp-lead">
        {words.signedInAs} <bdi dir="ltr">{account?.email}</bdi>
      </p>
      <FormBox failure={failure} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
    </form>
  );
}
