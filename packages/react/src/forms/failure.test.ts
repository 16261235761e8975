import {
  type KnownFieldCode,
  type KnownProblemCode,
  NetworkError,
  type Problem,
  ProblemError,
  TimeoutError,
} from "@bookplate/client";
import { type FieldCode, loadProblems, type ProblemCode } from "@bookplate/messages/problems";
import { expect, test } from "vitest";
import { refuseFields, toFailure } from "./failure.ts";

const wording = {
  problems: await loadProblems("en"),
  language: "en",
  fields: ["email", "password"],
  passwordMinimum: 12,
};

const refusal = (status: number, code: string, facts: Partial<Problem> = {}, retryAt: Date | null = null) =>
  new ProblemError(
    { type: "", title: "", status, code, detail: "for developers", requestId: "", ...facts },
    retryAt,
  );

test("every refusal that the server knows has a sentence", () => {
  // The check is the compiler's: a code without a sentence is missing from the right-hand type.
  const worded: { problem: ProblemCode; field: FieldCode } = {
    problem: "internal-error" as KnownProblemCode,
    field: "value-invalid" as KnownFieldCode,
  };
  expect(wording.problems.problems[worded.problem]).toBeDefined();
  expect(wording.problems.fields[worded.field]).toBeDefined();
});

test("what is wrong with a field stands at the field, worded by its code", () => {
  const errors = [{ field: "password", code: "password-too-short", message: "for developers" }];
  expect(toFailure(refusal(422, "validation-failed", { errors }), wording)).toEqual({
    message: "",
    fields: { password: "Use at least 12 characters." },
    code: "validation-failed",
  });
});

test("what is wrong with a field that is not on the form is said above it", () => {
  const errors = [{ field: "language", code: "value-invalid", message: "for developers" }];
  expect(toFailure(refusal(422, "validation-failed", { errors }), wording)).toEqual({
    message: "This is not allowed here.",
    fields: {},
    code: "validation-failed",
  });
});

test("a wrong address and a wrong password read the same", () => {
  expect(toFailure(refusal(401, "invalid-credentials"), wording).message).toBe(
    "The address or the password is not right.",
  );
});

test("a limit says when to try again", () => {
  const later = new Date(Date.now() + 600_000);
  const { message } = toFailure(refusal(429, "too-many-requests", {}, later), wording);
  expect(message).toMatch(/^Too many tries\. Try again at \d+:\d\d/);
});

test("a ban says until when and why", () => {
  const until = new Date(Date.now() + 600_000_000).toISOString();
  const { message } = toFailure(refusal(403, "account-banned", { until, reason: "Spam." }), wording);
  expect(message).toMatch(/^This account is closed until .+\. The reason given: Spam\.$/);
});

test("no sentence of the server is ever shown", () => {
  const { message } = toFailure(refusal(400, "a-code-of-tomorrow"), wording);
  expect(message).not.toContain("developers");
  expect(message).not.toBe("");
});

test("a bad network is not blamed on what was typed", () => {
  expect(toFailure(new NetworkError(), wording).message).toContain("cannot be reached");
  expect(toFailure(new TimeoutError(15_000), wording).message).toContain("took too long");
  expect(toFailure(new RangeError("a bug"), wording).message).toBe(wording.problems.unexpected);
});

test("a form without faults has no failure", () => {
  expect(refuseFields({}, wording)).toBeNull();
  expect(refuseFields({ email: "email-invalid" }, wording)?.fields).toEqual({
    email: "Enter an email address such as name@example.org.",
  });
});
