import { isProblem } from "@bookplate/client";
import { lazy, type ReactNode, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { Lazily } from "../Lazily.tsx";
import { ProviderButtons } from "../providers/ProviderButtons.tsx";
import { useWays } from "../providers/use-ways.ts";
import { useWords, WithWords } from "../words/words.tsx";
import { CheckInbox } from "./CheckInbox.tsx";
import { EmailField } from "./EmailField.tsx";
import { Field } from "./Field.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { emailRule, nameRule, newPasswordRule } from "./field-rules.ts";
import { GuestChats } from "./GuestChats.tsx";
import { Heading } from "./Heading.tsx";
import { comesFromTerminal, dropInvitation, heldInvitation, useInvitation } from "./invitation.ts";
import { PageLink } from "./PageLink.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { useIds } from "./place.ts";
import { SignedIn } from "./SignedIn.tsx";
import { useForm } from "./use-form.ts";

// Most books are open to everybody.
const SignUpTerms = lazy(() => import("./SignUpTerms.tsx"));

/** Registering: the page `/register`, and the inside of its dialog. */
export function RegisterForm() {
  return (
    <WithWords>
      <Register />
    </WithWords>
  );
}

function Register() {
  const { client, status } = useAuth();
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  const [name, setName] = useState("");
  const ways = useWays();
  const [invitation, setInvitation] = useInvitation();
  if (status === "user") return <SignedIn />;
  if (waitingFor !== null) return <CheckInbox email={waitingFor} onBack={() => setWaitingFor(null)} />;
  const { signUp = "open" } = ways ?? {};
  const invited = invitation !== undefined && (signUp !== "closed" || comesFromTerminal(client));
  const terms = (
    <Lazily>
      <SignUpTerms ways={ways} invited={invited} onInvitation={setInvitation} />
    </Lazily>
  );
  if ((signUp === "closed" || signUp === "invitation") && !invited) return terms;
  return (
    // An invitation may bring the address along.
    <Fields key={invitation} name={name} onName={setName} onRegistered={setWaitingFor}>
      {(invited || signUp === "domains") && terms}
    </Fields>
  );
}

interface FieldsProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onRegistered: (email: string) => void;
  /** Stands above the fields. */
  readonly children: ReactNode;
}

function Fields({ name, onName, onRegistered, children }: FieldsProps) {
  const { client, register, settings } = useAuth();
  const { register: words, fields } = useWords().screens;
  const ids = useIds("register");
  // Undecided means that there is nothing to decide.
  const [keepGuestChats, setKeepGuestChats] = useState<boolean | null>(null);
  const { busy, failure, formProps } = useForm({
    rules: { name: nameRule, email: emailRule, password: newPasswordRule(settings.passwordMinimum) },
    async send(value) {
      const email = value("email").trim();
      onName(value("name"));
      const registration = {
        email,
        password: value("password"),
        name: value("name").trim(),
        language: settings.language,
        ...heldInvitation(client),
        ...(keepGuestChats !== null && { keepGuestChats }),
      };
      const outcome = await register(registration).catch((error: unknown) => {
        // Where everybody may register, the next try needs none.
        if (isProblem(error, "invitation-invalid")) dropInvitation(client);
        throw error;
      });
      if (outcome.status === "verification-required") onRegistered(email);
    },
  });
  return (
    <form
      id={ids()}
      name="register"
      className="bp-form"
      method="post"
      action={settings.pages.register}
      {...formProps}
    >
      <Heading>{words.title}</Heading>
      <p className="bp-lead">{words.lead}</p>
      {children}
      <FormBox failure={failure} />
      <Field
        id={ids("name")}
        name="name"
        label={fields.name}
        autoComplete="name"
        dir="auto"
        required
        defaultValue={name}
        error={failure?.fields.name}
      />
      <EmailField id={ids("email")} autoComplete="username" error={failure?.fields.email} />
      <PasswordField
        id={ids("password")}
        name="password"
        kind="new"
        label={fields.password}
        busy={busy}
        error={failure?.fields.password}
      />
      <GuestChats id={ids("keep")} onDecide={setKeepGuestChats} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <ProviderButtons />
      <p className="bp-switch">
        {words.haveAccount} <PageLink to="login">{words.login}</PageLink>
      </p>
      <FormHelp />
    </form>
  );
}
