import { inspect } from "node:util";

/**
 * A value that must never be printed. Every way of turning it into text gives `[secret]`;
 * only `reveal()` gives the value, so a reader of the code sees each place that uses it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
}
