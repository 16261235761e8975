import { expect, test } from "vitest";
import { describeFailure } from "./errors.ts";

test("a failure is told by its codes, without what the mail server repeats", () => {
  const error = Object.assign(
    new Error("550 5.1.1 <alice@example.org> unknown, see https://mail.example.org/a?token=s3cret"),
    {
      code: "EENVELOPE",
      responseCode: 550,
      response: "550 5.1.1 <alice@example.org> unknown, see https://mail.example.org/a?token=s3cret",
    },
  );
  expect(describeFailure(error)).toBe("EENVELOPE 550 5.1.1");
});

test("a failure without codes is told by its kind", () => {
  expect(describeFailure(new RangeError("alice@example.org"))).toBe("RangeError");
  expect(describeFailure("alice@example.org")).toBe("unknown failure");
});
