import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

export { momentText } from "./moment.ts";

/** What is known about a refusal besides its code. Times are already worded for the reader. */
export interface ProblemFacts {
  /** When it is worth trying again, such as `14:05`; absent where that is now or unknown. */
  readonly retryAt?: string | undefined;
  /** Until when something holds, such as a ban. */
  readonly until?: string | undefined;
  /** What an operator wrote. */
  readonly reason?: string | undefined;
  /** The least number of characters of a password here. */
  readonly minimum?: number | undefined;
}

/** A sentence, or one that is finished by the facts. */
export type ProblemSentence = string | ((facts: ProblemFacts) => string);

/** Every refusal that a reader can meet, by the code of the server's answer. */
export type ProblemCode = keyof typeof en.problems;
/** Everything that can be wrong with one field. */
export type FieldCode = keyof typeof en.fields;

export interface Problems {
  readonly problems: Readonly<Record<ProblemCode, ProblemSentence>>;
  readonly fields: Readonly<Record<FieldCode, ProblemSentence>>;
  /** No answer came: no network, or the server is away. */
  readonly unreachable: string;
  /** An answer took too long. */
  readonly timeout: string;
  /** Anything that has no sentence of its own. */
  readonly unexpected: string;
}

/**
 * Loads the sentences for refusals.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadProblems(language: string): Promise<Problems> {
  return loadCatalogue<Problems>(
    {
      en: () => import("./en.ts"),
      ur: () => import("./ur.ts"),
      ar: () => import("./ar.ts"),
      de: () => import("./de.ts"),
      es: () => import("./es.ts"),
      fr: () => import("./fr.ts"),
      zh: () => import("./zh.ts"),
    },
    language,
  );
}

/** Words a refusal by its code; a code that this version does not know gets the general sentence. */
export function problemText(catalogue: Problems, code: string, facts: ProblemFacts): string {
  return finish(catalogue.problems, code, facts) ?? catalogue.unexpected;
}

/** Words what is wrong with one field by its code. */
export function fieldText(catalogue: Problems, code: string, facts: ProblemFacts): string {
  return finish(catalogue.fields, code, facts) ?? finish(catalogue.fields, "value-invalid", facts) ?? "";
}

function finish(
  sentences: Readonly<Record<string, ProblemSentence>>,
  code: string,
  facts: ProblemFacts,
): string | undefined {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return typeof sentence === "function" ? sentence(facts) : sentence;
}
