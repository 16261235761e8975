import { type FieldProblem, ValidationError } from "../domain-error.ts";
import { fieldSentences } from "../problem-codes.ts";
import { loadPasswordStrength, type PasswordStrength } from "./password-strength.ts";
import { type PasswordOwner, passwordWords } from "./password-words.ts";
import { maxPasswordCharacters } from "./schemas.ts";

/** Fewer than a hundred million guesses are too few. The browser's meter asks for the same. */
const minScore = 3;

export interface PasswordPolicyOptions {
  readonly minLength: number;
  readonly findBookTitle: () => Promise<string | undefined>;
  /** Asks somebody outside, if anybody; says `false` where there is no answer. */
  readonly isLeaked?: ((password: string) => Promise<boolean>) | undefined;
}

/**
 * What a new password must be: long enough, in no list of common ones, and hard to guess also for somebody
 * who knows the reader. Which characters it is made of is nobody's business. Counted in code points of its
 * NFKC form, which is what is hashed.
 *
 * @see OWASP ASVS 5.0, 6.2.1–6.2.12
 */
export function createPasswordPolicy({ minLength, findBookTitle, isLeaked }: PasswordPolicyOptions) {
  let loading: Promise<PasswordStrength> | undefined;

  async function findFault(typed: string, owner: PasswordOwner): Promise<FieldProblem["code"] | undefined> {
    const password = typed.normalize("NFKC");
    const length = [...password].length;
    if (length < minLength) return "password-too-short";
    if (length > maxPasswordCharacters) return "password-too-long";
    loading ??= loadPasswordStrength();
    const strength = await loading;
    if (strength.isCommon(password)) return "password-breached";
    const words = passwordWords({ bookTitle: await findBookTitle(), ...owner });
    if (strength.score(password, words) < minScore) return "password-too-weak";
    // Last, so that nobody outside is asked about a password that is refused anyway.
    return (await isLeaked?.(password)) ? "password-breached" : undefined;
  }

  return {
    /**
     * @param field - where the password was typed
     * @throws {ValidationError} naming the field
     */
    async require(field: string, password: string, owner: PasswordOwner): Promise<void> {
      const code = await findFault(password, owner);
      if (code !== undefined) throw new ValidationError([{ field, code, message: fieldSentences[code] }]);
    },
  };
}

export type PasswordPolicy = ReturnType<typeof createPasswordPolicy>;
