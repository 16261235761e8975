import { expect, test } from "vitest";
import { codeRule, readCode } from "./field-rules.ts";

const typed = (value: string) => ({ value }) as HTMLInputElement;

test("a code counts with the spaces and dashes that managers and readers bring along", () => {
  expect(readCode("123 456")).toBe("123456");
  for (const value of ["123456", "123 456", "123-456"]) expect(codeRule(6)(typed(value))).toBeNull();
});

test("a code with a digit missing, or with a letter, is not sent", () => {
  for (const value of ["", "12345", "12345a", "1234567"])
    expect(codeRule(6)(typed(value))).toBe("value-invalid");
});
