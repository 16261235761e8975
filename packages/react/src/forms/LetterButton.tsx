import { isProblem } from "@bookplate/client";
import { type ReactNode, useState } from "react";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { Heading } from "./Heading.tsx";
import { LetterScreen } from "./LetterScreen.tsx";
import type { LetterLink } from "./letter-link.ts";
import { useIds } from "./place.ts";
import { useForm } from "./use-form.ts";
import { useLetterLink } from "./use-letter-link.ts";

interface LetterButtonProps {
  readonly name: string;
  readonly words: {
    readonly title: string;
    readonly submit: string;
    readonly busy: string;
    readonly doneTitle: string;
    readonly done: string;
    readonly deadTitle: string;
    readonly dead: string;
    readonly missingTitle: string;
    readonly missing: string;
  };
  /** What the button will do; without a link where the page is not in a browser yet. */
  readonly lead: (link: LetterLink | undefined) => ReactNode;
  readonly act: (token: string) => Promise<unknown>;
  /** The way on, once it is done and where the link does not work. */
  readonly wayOn: (outcome: "done" | "dead") => ReactNode;
}

/** A page where a letter's link lands, with one button that says what it does. Opening the page does nothing. */
export function LetterButton(props: LetterButtonProps) {
  const { words, lead, wayOn } = props;
  const link = useLetterLink();
  const [outcome, setOutcome] = useState<{ of: typeof link; is: "done" | "dead" } | null>(null);

  if (link === undefined) return <LetterScreen title={words.title}>{lead(undefined)}</LetterScreen>;
  if (link !== null && outcome?.of !== link) {
    return (
      <Button key={link.token} {...props} link={link} onOutcome={(is) => setOutcome({ of: link, is })} />
    );
  }
  const [title, text, way] =
    link === null
      ? [words.missingTitle, words.missing, "dead" as const]
      : outcome?.is === "done"
        ? [words.doneTitle, words.done, "done" as const]
        : [words.deadTitle, words.dead, "dead" as const];
  return (
    <LetterScreen title={title} takesFocus={outcome !== null}>
      <p className="bp-lead">{text}</p>
      <div className="bp-actions">{wayOn(way)}</div>
    </LetterScreen>
  );
}

interface ButtonProps extends LetterButtonProps {
  readonly link: LetterLink;
  readonly onOutcome: (outcome: "done" | "dead") => void;
}

function Button({ name, words, lead, act, link, onOutcome }: ButtonProps) {
  const ids = useIds(name);
  const { busy, failure, formProps } = useForm({
    rules: {},
    async send() {
      try {
        await act(link.token);
        onOutcome("done");
      } catch (error) {
        if (!isProblem(error, "token-invalid")) throw error;
        onOutcome("dead");
      }
    },
  });
  return (
    <form id={ids()} name={name} className="bp-form" method="post" {...formProps}>
      <Heading>{words.title}</Heading>
      {lead(link)}
      <FormBox failure={failure} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <FormHelp />
    </form>
  );
}
