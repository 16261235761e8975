import { useProofsWords } from "../words/proofs-words.tsx";
import type { Failure } from "./failure.ts";
import { codeRule, type FieldRule, readCode, requiredRule } from "./field-rules.ts";
import type { Values } from "./use-form.ts";

/** The codes that prove who a reader is. */
export type CodeKind = "totp" | "recovery-code" | "mail-code";

/** A code on a form: what it must look like, how it is read, and what its refusals say. */
export interface Code {
  readonly kind: CodeKind;
  /** The field's name. A recovery code has another than the rest, or managers fill both. */
  readonly name: "code" | "recoveryCode";
  /** `null` where it is not made of digits. */
  readonly digits: number | null;
  readonly label: string;
  readonly hint: string;
  readonly rules: Readonly<Record<string, FieldRule>>;
  readonly read: (value: Values) => string;
  readonly word: (refusal: Failure) => Failure;
}

const shapes = {
  totp: { name: "code", digits: 6 },
  "recovery-code": { name: "recoveryCode", digits: null },
  "mail-code": { name: "code", digits: 8 },
} as const;

export function useCode(kind: CodeKind): Code {
  const words = useProofsWords();
  const { name, digits } = shapes[kind];
  const texts = { totp: words.totp, "recovery-code": words.recoveryCode, "mail-code": words.mailCode }[kind];
  const isWrong = ({ code }: Failure) =>
    code === "invalid-credentials" || (kind === "mail-code" && code === "token-invalid");
  return {
    kind,
    name,
    digits,
    label: texts.label,
    hint: texts.hint,
    rules: { [name]: digits === null ? requiredRule : codeRule(digits) },
    read: (value) => (digits === null ? value(name).trim() : readCode(value(name))),
    word(refusal) {
      if (isWrong(refusal)) return { ...refusal, message: "", fields: { [name]: texts.wrong } };
      const incomplete = refusal.fields[name] !== undefined && "incomplete" in texts;
      return incomplete ? { ...refusal, fields: { [name]: texts.incomplete } } : refusal;
    },
  };
}
