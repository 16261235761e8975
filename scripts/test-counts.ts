/** How many tests ran, and how they ended. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
  /** Which of the passed ones have passed only when their file was run once more, alone. */
  unsteady?: readonly string[];
}

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** A step that is one test as a whole, such as the type check. */
export const countOne = (passed: boolean): TestCounts =>
  passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

export const addCounts = (a: TestCounts, b: TestCounts): TestCounts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  ...((a.unsteady ?? b.unsteady) && { unsteady: [...(a.unsteady ?? []), ...(b.unsteady ?? [])] }),
});

/** `12 passed, 0 failed`; skipped tests are named only where there are some. */
export function describeCounts({ passed, failed, skipped }: TestCounts): string {
  const ran = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? ran : `${ran}, ${skipped} skipped`;
}

/** The part of vitest's JSON report that says how many tests ran. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly {
    /** Path of the file. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Files with a failed test, or that could not be run to their end. */
export const findFailedFiles = ({ testResults }: Pick<VitestReport, "testResults">): string[] =>
  testResults.filter(({ status }) => status === "failed").map(({ name }) => name);

/** The first run, with the files that failed in it as the second run found them, in which none failed. */
export function countSecondTry(first: VitestReport, second: VitestReport): TestCounts {
  const isFailed = new Set(findFailedFiles(first));
  const failed = first.testResults.filter(({ name }) => isFailed.has(name));
  const inThem = (statuses: readonly string[]) =>
    failed
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => statuses.includes(status)).length;
  const counts = countVitest(0, first);
  const again = countVitest(0, second);
  return {
    passed: counts.passed - inThem(["passed"]) + again.passed,
    failed: 0,
    skipped: counts.skipped - inThem(["pending", "skipped", "todo"]) + again.skipped,
    unsteady: failed.flatMap(({ name, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === "failed");
      return tests.length === 0 ? [name] : tests.map(({ fullName }) => `${name}: ${fullName}`);
    }),
  };
}

/**
 * Counts what vitest reports. A run can fail without a failing test: a file that cannot be loaded, an error after
 * the last test, no report at all. Such a run counts as one failed test, so that it is never green.
 */
export function countVitest(exitCode: number, report: VitestReport | undefined): TestCounts {
  const counts = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  const failedOutsideTests = exitCode !== 0 && counts.failed === 0;
  return failedOutsideTests || report === undefined ? { ...counts, failed: counts.failed + 1 } : counts;
}
