import { expect, test } from "vitest";
import { describeTooOldNode } from "./node-version.mjs";

test("a Node that cannot run the installation is refused in one sentence", () => {
  expect(describeTooOldNode("18.20.4")).toMatch(
    /^Bookplate needs Node 20 or newer .* Node 18\.20\.4: [^.]+\S+\.$/,
  );
});

test("Node 20 and newer are welcome", () => {
  expect(describeTooOldNode("20.11.1")).toBeUndefined();
  expect(describeTooOldNode("24.21.0")).toBeUndefined();
});
