/** One thing wrong with the settings: what, why, and the line to write. */
export interface ConfigProblem {
  readonly setting: string;
  readonly what: string;
  readonly why: string;
  readonly write: string;
}

/** Carries every problem at once, so that an operator mends them in one go. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(`The settings have ${problems.length === 1 ? "a problem" : `${problems.length} problems`}.`);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

export function describeProblems(problems: readonly ConfigProblem[]): string {
  return problems
    .map(({ setting, what, why, write }) => `  ${setting}: ${what}\n    why    ${why}\n    write  ${write}`)
    .join("\n");
}
