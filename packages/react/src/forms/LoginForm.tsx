import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords, WithWords } from "../words/words.tsx";
import { CheckInbox } from "./CheckInbox.tsx";
import { EmailField } from "./EmailField.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { emailRule, requiredRule } from "./field-rules.ts";
import { GuestChats } from "./GuestChats.tsx";
import { Heading } from "./Heading.tsx";
import { PageLink } from "./PageLink.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { useIds } from "./place.ts";
import { ResendLetter } from "./ResendLetter.tsx";
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
  const { status, login, typedEmail, settings } = useAuth();
  const { login: words, inbox, fields } = useWords().screens;
  const ids = useIds("login");
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  // Undecided means that there is nothing to decide: no guest here, or no conversations of theirs.
  const [keepGuestChats, setKeepGuestChats] = useState<boolean | null>(null);
  const { busy, failure, formProps } = useForm({
    rules: { email: emailRule, password: requiredRule },
    send: (value) =>
      login({
        email: value("email").trim(),
        password: value("password"),
        ...(keepGuestChats !== null && { keepGuestChats }),
      }),
  });

  if (status === "user") return <SignedIn />;
  if (waitingFor !== null) return <CheckInbox email={waitingFor} onBack={() => setWaitingFor(null)} />;

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
      <GuestChats id={ids("keep")} onDecide={setKeepGuestChats} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <p className="bp-switch">
        {words.noAccount} <PageLink to="register">{words.register}</PageLink>
      </p>
      <FormHelp />
    </form>
  );
}
