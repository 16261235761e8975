import { expect, test } from "vitest";
import {
  addCounts,
  countSecondTry,
  countVitest,
  describeCounts,
  findFailedFiles,
  noTests,
} from "./test-counts.ts";

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test("the last line names passed and failed tests, and skipped ones only where there are some", () => {
  expect(describeCounts({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(describeCounts({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});

test("a run that fails outside its tests counts as a failure", () => {
  expect(countVitest(1, report)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(countVitest(0, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a failing test counts once", () => {
  expect(countVitest(1, { ...report, numFailedTests: 2 })).toEqual({ passed: 3, failed: 2, skipped: 0 });
});

test("steps add up", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(addCounts(addCounts(noTests, one), one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
});

const testNamed = (fullName: string, status: string) => ({ fullName, status });
const steady = { name: "/steady.test.ts", status: "passed", assertionResults: [testNamed("a", "passed")] };
const raced = {
  name: "/raced.test.ts",
  status: "failed",
  assertionResults: [testNamed("b", "passed"), testNamed("c", "failed")],
};

test("what passes at its second try counts once, and is named", () => {
  const first = { ...report, numPassedTests: 2, numFailedTests: 1, testResults: [steady, raced] };
  expect(findFailedFiles(first)).toEqual(["/raced.test.ts"]);
  const counts = countSecondTry(first, { ...report, numPassedTests: 2 });
  expect(counts).toEqual({ passed: 3, failed: 0, skipped: 0, unsteady: ["/raced.test.ts: c"] });
  expect(addCounts(noTests, counts)).toEqual(counts);
});

test("a file that was not run to its end is named itself", () => {
  const broken = { ...raced, assertionResults: [] };
  const first = { ...report, numPassedTests: 1, testResults: [steady, broken] };
  const counts = countSecondTry(first, { ...report, numPassedTests: 2 });
  expect(counts).toEqual({ passed: 3, failed: 0, skipped: 0, unsteady: ["/raced.test.ts"] });
});
