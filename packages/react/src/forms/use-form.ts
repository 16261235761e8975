import { type FormEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { type Failure, refuseFields, toFailure } from "./failure.ts";
import type { FieldRule } from "./field-rules.ts";

interface FormOptions {
  /** What each field must hold, by its name. */
  readonly rules: Readonly<Record<string, FieldRule>>;
  readonly send: (values: Values) => Promise<unknown>;
  /** May word a failure in this form's own way. */
  readonly word?: (failure: Failure) => Failure;
}

/** Reads a field as it was typed or chosen; a box that is not ticked is empty. */
export type Values = (name: string) => string;

export interface FormState {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly formProps: {
    readonly noValidate: true;
    readonly "aria-busy": boolean;
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
    readonly onInput: (event: SyntheticEvent<HTMLFormElement>) => void;
    readonly onBlur: (event: SyntheticEvent<HTMLFormElement>) => void;
  };
}

/**
 * The life of a form: checked at submit, then while a field that was wrong is mended; sent once at a time; every typed
 * value stays in its field.
 */
export function useForm({ rules, send, word = (failure) => failure }: FormOptions): FormState {
  const { language, passwordMinimum } = useAuth().settings;
  const { problems } = useWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const wording = { problems, language, passwordMinimum, fields: Object.keys(rules) };

  // A fresh failure, not a field corrected since, moves the focus.
  const [focusedFor, setFocusedFor] = useState<Failure | null>(null);
  useEffect(() => {
    if (failure === null || failure === focusedFor) return;
    setFocusedFor(failure);
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure, focusedFor]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const target = event.currentTarget;
    form.current = target;
    const codes = Object.entries(rules).flatMap(([name, rule]) => {
      const code = rule(inputOf(target, name));
      return code === null ? [] : [[name, code] as const];
    });
    const refused = refuseFields(Object.fromEntries(codes), wording);
    setFailure(refused === null ? null : word(refused));
    if (refused !== null) return;

    setBusy(true);
    const typed = new FormData(target);
    try {
      await send((name) => String(typed.get(name) ?? ""));
    } catch (error) {
      setFailure(word(toFailure(error, wording)));
    }
    setBusy(false);
  }

  function show(fields: Failure["fields"]) {
    if (failure === null) return;
    const corrected = { ...failure, fields };
    setFocusedFor(corrected);
    setFailure(corrected);
  }

  /** Only a field that was wrong is looked at again; what is typed for the first time is left alone. */
  function lookAgain(event: SyntheticEvent<HTMLFormElement>) {
    const { name } = event.target as Partial<HTMLInputElement>;
    if (failure === null || name === undefined || failure.fields[name] === undefined) return;
    const { [name]: _, ...others } = failure.fields;
    const code = rules[name]?.(inputOf(event.currentTarget, name)) ?? null;
    const refused = code === null ? null : refuseFields({ [name]: code }, wording);
    // The sentence goes while it is being mended, not at leaving: there the button would slip from under the pointer.
    if (event.type === "input" && refused === null) show(others);
    if (event.type === "blur" && refused !== null) show({ ...others, ...word(refused).fields });
  }

  return {
    busy,
    failure,
    formProps: {
      noValidate: true,
      "aria-busy": busy,
      onSubmit: (event) => void submit(event),
      onInput: lookAgain,
      onBlur: lookAgain,
    },
  };
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement {
  const element = form.elements.namedItem(name);
  if (element instanceof HTMLInputElement) return element;
  throw new Error(`The form has no field "${name}".`);
}
