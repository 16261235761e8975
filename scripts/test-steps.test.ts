import { expect, test } from "vitest";
import { selectSteps, testSteps } from "./test-steps.ts";

test("without a name every step runs", () => {
  expect(selectSteps([])).toEqual({ steps: testSteps });
});

test("the beginning of a name selects its steps, in the order of the list", () => {
  const selection = selectSteps(["integration", "types"]);
  const names = "steps" in selection ? selection.steps.map((step) => step.name) : [];
  expect(names).toEqual(["types", "integration-pglite", "integration-postgres"]);
});

test("a name that selects nothing is said", () => {
  expect(selectSteps(["types", "speed"])).toEqual({ unknown: "speed" });
});
