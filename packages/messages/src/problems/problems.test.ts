import { expect, test } from "vitest";
import { fieldText, loadProblems, problemText } from "./index.ts";

test("a limit says when to come back, where that is known", async () => {
  const problems = await loadProblems("en");
  expect(problemText(problems, "too-many-requests", { retryAt: "14:05" })).toBe(
    "Too many tries. Try again at 14:05.",
  );
  expect(problemText(problems, "server-busy", {})).toContain("Try again in a moment.");
});

test("the rule for a password names this server's own number", async () => {
  const problems = await loadProblems("en");
  expect(fieldText(problems, "password-too-short", { minimum: 14 })).toBe("Use at least 14 characters.");
});

test("a code of a newer server still gets a sentence", async () => {
  const problems = await loadProblems("en");
  expect(problemText(problems, "a-code-of-tomorrow", {})).toBe(problems.unexpected);
  expect(problemText(problems, "toString", {})).toBe(problems.unexpected);
  expect(fieldText(problems, "a-code-of-tomorrow", {})).toBe("This is not allowed here.");
});

test("no sentence is empty", async () => {
  const problems = await loadProblems("en");
  for (const code of Object.keys(problems.problems)) expect(problemText(problems, code, {})).not.toBe("");
  for (const code of Object.keys(problems.fields)) expect(fieldText(problems, code, {})).not.toBe("");
});
