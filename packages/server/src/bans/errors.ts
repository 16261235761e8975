import { ValidationError } from "../domain-error.ts";
import { fieldSentences } from "../problem-codes.ts";

/** A ban cannot end before it begins. */
export class BanEndsInThePastError extends ValidationError {
  constructor() {
    super([{ field: "until", code: "value-invalid", message: fieldSentences["value-invalid"] }]);
  }
}
