import { type FieldProblem, ValidationError } from "../domain-error.ts";
import { fieldSentences } from "../problem-codes.ts";
import { maxPasswordCharacters } from "./schemas.ts";

/** Length is all that is asked of a password, counted in code points of its NFKC form (OWASP ASVS 5.0, 6.2.1–6.2.9). */
export function createPasswordPolicy(options: { minLength: number }) {
  return {
    /** @throws {ValidationError} naming the field */
    require(field: string, password: string): void {
      const length = [...password.normalize("NFKC")].length;
      if (length < options.minLength) throw refusal(field, "password-too-short");
      if (length > maxPasswordCharacters) throw refusal(field, "password-too-long");
    },
  };
}

export type PasswordPolicy = ReturnType<typeof createPasswordPolicy>;

function refusal(field: string, code: FieldProblem["code"]): ValidationError {
  return new ValidationError([{ field, code, message: fieldSentences[code] }]);
}
