import type { Terminal } from "@bookplate/messages/terminal";
import { OperatorRefusal } from "../operator-refusal.ts";

type Sentences = Terminal["settings"];

/** One thing wrong with the settings: what, why, and the line to write. */
export interface ConfigProblem {
  readonly setting: string;
  readonly say: (sentences: Sentences) => { readonly what: string; readonly why: string };
  /** Lines, any of which mends it. */
  readonly write: readonly string[];
}

/** Carries every problem at once, so that an operator mends them in one go. */
export class ConfigError extends OperatorRefusal {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super((words) => `${words.failures.settings}\n\n${describeProblems(problems, words.settings)}\n`);
    this.problems = problems;
  }
}

export function describeProblems(problems: readonly ConfigProblem[], sentences: Sentences): string {
  const width = Math.max(sentences.why.length, sentences.write.length);
  return problems
    .map(({ setting, say, write }) => {
      const { what, why } = say(sentences);
      return [
        `  ${setting}: ${what}`,
        `    ${sentences.why.padEnd(width)}  ${why}`,
        `    ${sentences.write.padEnd(width)}  ${linesToWrite(write, sentences)}`,
      ].join("\n");
    })
    .join("\n");
}

/** For what a start goes on with. */
export function describeInOneLine({ setting, say, write }: ConfigProblem, sentences: Sentences): string {
  return `${setting}: ${say(sentences).what}. ${sentences.write}  ${linesToWrite(write, sentences)}`;
}

/** The lines to write, with the word between them where one of several is enough. */
export function linesToWrite(lines: readonly string[], sentences: Sentences): string {
  return lines.join(`  ${sentences.or}  `);
}
