import { expect, test } from "vitest";
import { addCounts, countVitest, describeCounts, noTests } from "./test-counts.ts";

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

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
