import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../repository-paths.mjs";
import { findDeadLinks, findDeadPaths } from "./documented-paths.ts";
import { readRepository } from "./source-files.ts";

/** Where a page may mean its paths from: a page about the server does not repeat the way to it. */
const bases = ["", "packages", "packages/server", "packages/server/src"];
const exists = (path: string) => bases.some((base) => existsSync(join(repositoryRoot, base, path)));

test("a path that leads nowhere is found", () => {
  const text =
    "The app (`app.ts`) mounts `chats/routes.ts`; answers are `application/json`, see `npm start`.";
  expect(findDeadPaths(text, (path) => path === "app.ts")).toEqual(["chats/routes.ts"]);
});

test("a link that leads nowhere is found", () => {
  const text =
    "[Here](README.md), [there](docs/gone.md#part), [elsewhere](https://example.org/a.md), [above](#top).";
  expect(findDeadLinks(text, (path) => path === "README.md")).toEqual(["docs/gone.md"]);
});

const developersPage = /^(?:(?:ARCHITECTURE|CONTRIBUTING|README)|docs\/decisions\/[\w-]+|bench\/README)\.md$/;

test("every path that the documentation for developers names exists", () => {
  const pages = readRepository().filter(({ path }) => developersPage.test(path));
  expect(pages.length).toBeGreaterThan(40);
  expect(
    pages.flatMap(({ path, text }) => {
      const fromHere = (target: string) => existsSync(join(repositoryRoot, dirname(path), target));
      const dead = [...findDeadPaths(text, exists), ...findDeadLinks(text, fromHere)];
      return dead.map((name) => `${path}: ${name}`);
    }),
  ).toEqual([]);
});
