import type { SignInWays } from "@bookplate/client";
import { useAuth } from "../auth-context.ts";
import { useSignUpWords, WithSignUpWords } from "../words/sign-up-words.tsx";
import { useWords } from "../words/words.tsx";
import { Field } from "./Field.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { Heading } from "./Heading.tsx";
import { LetterScreen } from "./LetterScreen.tsx";
import { readLetterLink } from "./letter-link.ts";
import { PageLink } from "./PageLink.tsx";
import { useIds } from "./place.ts";
import { useForm } from "./use-form.ts";

export interface SignUpTermsProps {
  readonly ways: SignInWays | null;
  readonly invited: boolean;
  /** Somebody has pasted the link of one. */
  readonly onInvitation: (invitation: string) => void;
}

/** Who may make an account here: a line above the form, or a screen in its place. */
export default function SignUpTerms(props: SignUpTermsProps) {
  return (
    <WithSignUpWords>
      <Terms {...props} />
    </WithSignUpWords>
  );
}

function Terms({ ways, invited, onInvitation }: SignUpTermsProps) {
  const words = useSignUpWords();
  if (invited) return <p className="bp-quiet">{words.invited}</p>;
  if (ways?.signUp === "closed") {
    return (
      <LetterScreen title={words.closedTitle} takesFocus>
        <p className="bp-lead">{words.closed}</p>
        <ToLogin />
      </LetterScreen>
    );
  }
  if (ways?.signUp === "invitation") return <PastedLink onInvitation={onInvitation} />;
  return <p className="bp-quiet">{words.domains({ domains: (ways?.signUpDomains ?? []).join(", ") })}</p>;
}

function ToLogin() {
  const { register: words } = useWords().screens;
  return (
    <p className="bp-switch">
      {words.haveAccount} <PageLink to="login">{words.login}</PageLink>
    </p>
  );
}

/** The link of an invitation, whole or from its `#` on. */
const readPasted = (text: string) => readLetterLink(text.slice(text.indexOf("#")).trim(), "invitation");

function PastedLink({ onInvitation }: Pick<SignUpTermsProps, "onInvitation">) {
  const { typedEmail, settings } = useAuth();
  const words = useSignUpWords();
  const ids = useIds("invitation");
  const { busy, failure, formProps } = useForm({
    rules: { invitation: ({ value }) => (readPasted(value) === null ? "value-invalid" : null) },
    async send(value) {
      const link = readPasted(value("invitation"));
      if (link === null) return;
      if (link.email !== "") typedEmail.current = link.email;
      onInvitation(link.token);
    },
    word: (refusal) => ({
      ...refusal,
      fields: refusal.fields.invitation ? { invitation: words.linkWrong } : {},
    }),
  });
  return (
    <form
      id={ids()}
      name="invitation"
      className="bp-form"
      method="post"
      action={settings.pages.register}
      {...formProps}
    >
      <Heading>{words.neededTitle}</Heading>
      <p className="bp-lead">{words.needed}</p>
      <FormBox failure={failure} />
      <Field
        id={ids("link")}
        name="invitation"
        label={words.link}
        error={failure?.fields.invitation}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
        dir="ltr"
      />
      <Submit busy={busy} label={words.submit} busyLabel={words.submit} />
      <ToLogin />
      <FormHelp />
    </form>
  );
}
