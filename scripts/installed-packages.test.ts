import { expect, test } from "vitest";
import { findMissingPackage } from "./installed-packages.mjs";

const lockfile = (packages: Record<string, { version?: string; optional?: boolean }>) => ({ packages });
const wanted = lockfile({
  "": { version: "0.1.0" },
  "packages/server": { version: "0.1.0" },
  "node_modules/hono": { version: "4.13.19" },
  "node_modules/for-another-platform": { version: "1.0.0", optional: true },
});

test("nothing is installed again while every package is there", () => {
  expect(
    findMissingPackage(wanted, lockfile({ "node_modules/hono": { version: "4.13.19" } })),
  ).toBeUndefined();
});

test("a package that is absent or of another version is named", () => {
  expect(findMissingPackage(wanted, lockfile({}))).toBe("node_modules/hono");
  expect(findMissingPackage(wanted, lockfile({ "node_modules/hono": { version: "4.13.18" } }))).toBe(
    "node_modules/hono",
  );
});

test("a package that only one member of the workspace has is looked for too", () => {
  const nested = lockfile({ "packages/server/node_modules/kysely": { version: "0.29.9" } });
  expect(findMissingPackage(nested, lockfile({}))).toBe("packages/server/node_modules/kysely");
});
