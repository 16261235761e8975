import { isolate, isolateLeftToRight } from "../direction.ts";
import { toPrintableName } from "../printable-name.ts";
import { factsOf, type Happened } from "./facts.ts";
import type { LetterFrame, LetterParts } from "./layout.ts";

/** What a catalogue says in every letter. */
interface Words {
  readonly subject: (facts: { book: string }) => string;
  readonly lead: (facts: { book: string; to: string }) => string;
  readonly why: (facts: { book: string }) => string;
  readonly notYou: string;
}

type Particular = Pick<LetterParts, "facts" | "code" | "button" | "valid"> & {
  /** As somebody typed it; greeted with only where it is no more than a name. */
  readonly name?: string;
};

/** A code as the catalogue presents it. */
export function codeOf(
  words: { codeLabel: string; codeNote: (facts: { minutes: number | undefined }) => string },
  digits: string,
  minutes: number,
): NonNullable<LetterParts["code"]> {
  return { label: words.codeLabel, digits, note: words.codeNote({ minutes }) };
}

/** The sentences that every letter has, around what is particular to one. */
export function compose(words: Words, frame: LetterFrame, { name = "", ...parts }: Particular): LetterParts {
  const { sentences } = frame;
  const facts = { book: isolate(frame.book), to: isolateLeftToRight(frame.to) };
  const printable = toPrintableName(name);
  return {
    ...parts,
    subject: words.subject(facts),
    greeting: printable ? sentences.greeting({ name: isolate(printable) }) : sentences.greetingWithoutName,
    lead: words.lead(facts),
    why: words.why(facts),
    notYou: words.notYou,
  };
}

/** What happened, and a button to what can be done about it, at any time. */
export function composeNotice(
  words: Words & { readonly button: string; readonly valid: string },
  frame: LetterFrame,
  letter: Happened & { readonly url: string },
): LetterParts {
  return compose(words, frame, {
    facts: factsOf(letter, frame),
    button: { label: words.button, url: letter.url },
    valid: words.valid,
  });
}
