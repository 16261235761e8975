import type { SecondFactorRequired } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { usePasskeySignIn } from "../passkeys/use-passkey-sign-in.ts";
import { BackFromProvider } from "../providers/BackFromProvider.tsx";
import { writeLastWay } from "../providers/last-way.ts";
import { useWays } from "../providers/use-ways.ts";
import { useWords, WithWords } from "../words/words.tsx";
import { CheckInbox } from "./CheckInbox.tsx";
import { EmailField } from "./EmailField.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { emailRule, requiredRule } from "./field-rules.ts";
import { GuestChats } from "./GuestChats.tsx";
import { Heading } from "./Heading.tsx";
import { MagicLink } from "./MagicLink.tsx";
import { OtherWays } from "./OtherWays.tsx";
import { PageLink } from "./PageLink.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { useIds } from "./place.ts";
import { ResendLetter } from "./ResendLetter.tsx";
import { loadSecondFactor, SecondFactor } from "./SecondFactor.tsx";
import { SignedIn } from "./SignedIn.tsx";
import { useForm } from "./use-form.ts";

/** Signing in: the page `/login`, and the inside of its dialog. */
export function LoginForm() {
  return (
    <WithWords>
      <Login />
    </WithWords>
  );
}

function Login() {
  const { client, status, login, typedEmail, settings } = useAuth();
  const { login: words, inbox, fields } = useWords().screens;
  const ids = useIds("login");
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  // Undecided means that there is nothing to decide, or nothing was shown yet: then the question comes afterwards.
  const [keepGuestChats, setKeepGuestChats] = useState<boolean | null>(null);
  const [challenge, setChallenge] = useState<SecondFactorRequired | null>(null);
  const [byLetter, setByLetter] = useState(false);
  const ways = useWays();
  const passkey = usePasskeySignIn(ways?.passkeys === true, keepGuestChats);
  async function goOn(required: SecondFactorRequired) {
    await loadSecondFactor();
    setChallenge(required);
  }
  const { busy, failure, formProps } = useForm({
    rules: { email: emailRule, password: requiredRule },
    async send(value) {
      const credentials = {
        email: value("email").trim(),
        password: value("password"),
        ...(keepGuestChats !== null && { keepGuestChats }),
      };
      const outcome = await passkey.insteadOf(() => login(credentials));
      writeLastWay(client.storageKey, "password");
      if (outcome.status === "second-factor-required") await goOn(outcome);
      // Their role wants more of them: the account page says what, and lets them do it.
      else if (outcome.secondFactorMissing && settings.pages.account !== undefined) {
        settings.navigate(`${settings.pages.account}#security`);
      }
    },
  });

  if (status === "user") return <SignedIn />;
  if (waitingFor !== null) return <CheckInbox email={waitingFor} onBack={() => setWaitingFor(null)} />;
  if (challenge !== null) return <SecondFactor {...challenge} onRestart={() => setChallenge(null)} />;
  if (byLetter) return <MagicLink onBack={() => setByLetter(false)} onChallenge={goOn} />;

  const email = typedEmail.current.trim();
  return (
    <form
      id={ids()}
      name="login"
      className="bp-form"
      method="post"
      action={settings.pages.login}
      {...formProps}
    >
      <Heading>{words.title}</Heading>
      <BackFromProvider onChallenge={goOn} />
      <FormBox failure={failure}>
        {failure?.code === "email-not-verified" && (
          <ResendLetter
            email={email}
            label={inbox.resend}
            busyLabel={inbox.resending}
            sent={inbox.resent}
            onSent={() => setWaitingFor(email)}
          />
        )}
      </FormBox>
      <EmailField id={ids("email")} autoComplete="username webauthn" error={failure?.fields.email} />
      <PasswordField
        id={ids("password")}
        name="password"
        kind="current"
        label={fields.password}
        busy={busy}
        error={failure?.fields.password}
      />
      {settings.pages.forgot !== undefined && (
        <p className="bp-switch bp-forgot">
          <PageLink to="forgot">{words.forgot}</PageLink>
        </p>
      )}
      <GuestChats id={ids("keep")} onDecide={setKeepGuestChats} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <OtherWays ways={ways} passkey={passkey} onMagicLink={() => setByLetter(true)} />
      {ways?.signUp !== "closed" && (
        <p className="bp-switch">
          {words.noAccount} <PageLink to="register">{words.register}</PageLink>
        </p>
      )}
      <FormHelp />
    </form>
  );
}
