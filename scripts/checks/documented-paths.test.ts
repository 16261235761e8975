import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../repository-paths.mjs";
import { findDeadPaths } from "./documented-paths.ts";
import { readRepository } from "./source-files.ts";

/** Where a page may mean its paths from: a page about the server does not repeat the way to it. */
const bases = ["", "packages", "packages/server", "packages/server/src"];
const exists = (path: string) => bases.some((base) => existsSync(join(repositoryRoot, base, path)));

test("a path that leads nowhere is found", () => {
  const text =
    "The app (`app.ts`) mounts `chats/routes.ts`; answers are `application/json`, see `npm start`.";
  expect(findDeadPaths(text, (path) => path === "app.ts")).toEqual(["chats/routes.ts"]);
});

test("every path that the documentation for developers names exists", () => {
  const pages = readRepository().filter(({ path }) => /^(ARCHITECTURE|CONTRIBUTING|README)\.md$/.test(path));
  expect(
    pages.flatMap(({ path, text }) => findDeadPaths(text, exists).map((dead) => `${path}: ${dead}`)),
  ).toEqual([]);
});
