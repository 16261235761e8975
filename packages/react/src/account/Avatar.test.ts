import { expect, test } from "vitest";
import { hueOf, initialsOf } from "./Avatar.tsx";

test("initials come from the first and the last word of a name", () => {
  expect(initialsOf("alice lovelace")).toBe("AL");
  expect(initialsOf("  Bob  ")).toBe("B");
  expect(initialsOf("Carol van der Berg")).toBe("CB");
  expect(initialsOf("𝒜lice")).toBe("𝒜");
  expect(initialsOf("")).toBe("");
});

test("a reader keeps their colour", () => {
  expect(hueOf("0199f2c4")).toBe(hueOf("0199f2c4"));
  expect(hueOf("0199f2c4")).toBeGreaterThanOrEqual(0);
  expect(hueOf("0199f2c4")).toBeLessThan(360);
});
