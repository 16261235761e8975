import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useRecoveryWords, WithRecoveryWords } from "../words/recovery-words.tsx";
import { WithWords } from "../words/words.tsx";
import { EmailField } from "./EmailField.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { emailRule } from "./field-rules.ts";
import { Heading } from "./Heading.tsx";
import { PageLink } from "./PageLink.tsx";
import { PasswordIsSet } from "./PasswordIsSet.tsx";
import { useIds } from "./place.ts";
import { ResetByCode } from "./ResetByCode.tsx";
import { useForm } from "./use-form.ts";

/** The page `/forgot`: a letter for whoever has forgotten their password. */
export function ForgotForm() {
  return (
    <WithWords>
      <WithRecoveryWords>
        <Forgot />
      </WithRecoveryWords>
    </WithWords>
  );
}

function Forgot() {
  const { typedEmail } = useAuth();
  // What the code of the letter is bound to.
  const [requestId, setRequestId] = useState<string | null>(null);
  const [done, setDone] = useState(false);

  if (done) return <PasswordIsSet />;
  if (requestId === null) return <RequestReset onRequested={setRequestId} />;
  return (
    <ResetByCode
      email={typedEmail.current.trim()}
      requestId={requestId}
      onRequested={setRequestId}
      onReset={() => setDone(true)}
      onBack={() => setRequestId(null)}
    />
  );
}

function RequestReset({ onRequested }: { readonly onRequested: (requestId: string) => void }) {
  const { client, settings } = useAuth();
  const { forgot: words } = useRecoveryWords();
  const ids = useIds("forgot");
  const { busy, failure, formProps } = useForm({
    rules: { email: emailRule },
    async send(value) {
      const { requestId } = await client.auth.forgotPassword(value("email").trim());
      onRequested(requestId);
    },
  });
  return (
    <form
      id={ids()}
      name="forgot"
      className="bp-form"
      method="post"
      action={settings.pages.forgot}
      {...formProps}
    >
      <Heading>{words.title}</Heading>
      <p className="bp-lead">{words.lead}</p>
      <FormBox failure={failure} />
      <EmailField id={ids("email")} autoComplete="username" error={failure?.fields.email} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <p className="bp-switch">
        <PageLink to="login">{words.back}</PageLink>
      </p>
      <FormHelp />
    </form>
  );
}
