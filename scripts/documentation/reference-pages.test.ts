import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settingNames } from "../../packages/server/src/config/settings.ts";
import { policies } from "../../packages/server/src/limits/policies.ts";
import { fieldCodes, problemCodes } from "../../packages/server/src/problem-codes.ts";
import { permissionTable } from "../../packages/server/src/roles/permissions.ts";
import { budgets } from "../weight/budgets.ts";
import { pagesFolder, readPages } from "./code-blocks.ts";

const pages = new Map(readPages().map(({ page, markdown }) => [page, markdown]));
const pageOf = (name: string) => pages.get(name) ?? "";
const sorted = (names: Iterable<string>) => [...names].sort();

/** The first cell of each row of a page's tables, where it is one piece of code. */
const namedInTables = (markdown: string) =>
  [...markdown.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = ""]) => name);

test("the page of problem codes explains the codes that there are, once each", () => {
  const explained = [...pageOf("problem-codes").matchAll(/^### ([a-z-]+)$/gm)].map(([, code = ""]) => code);
  expect(sorted(explained)).toEqual(sorted(problemCodes));
});

test("the page of problem codes names every code of a field", () => {
  const line = /^Codes of fields: (.*)$/m.exec(pageOf("problem-codes"))?.[1] ?? "";
  const named = [...line.matchAll(/`([a-z-]+)`/g)].map(([, code = ""]) => code);
  expect(sorted(named)).toEqual(sorted(fieldCodes));
});

test("the page of settings names the settings that there are, once each", () => {
  expect(sorted(namedInTables(pageOf("settings")))).toEqual(sorted(settingNames));
});

test("the page of limits gives the numbers that the server counts with", () => {
  const rows = [
    ...pageOf("limits").matchAll(
      /^\| [^|]+ \| `([a-z-]+)` \| (\d+) \| (\d+) \| `([a-z-]+)` \| `([a-z]+)` \| `([a-z]+)` \|$/gm,
    ),
  ];
  const written = Object.fromEntries(
    rows.map(([, name = "", points, windowSeconds, key, counts, store]) => [
      name,
      { points: Number(points), windowSeconds: Number(windowSeconds), key, counts, store },
    ]),
  );
  expect(written).toEqual(policies);
});

test("the page of roles says what each permission needs", () => {
  const rows = [...pageOf("roles").matchAll(/^\| `([a-z-]+\.[a-z-]+)` \| [^|]+ \| `([a-z]+)` \|$/gm)];
  expect(rows.map(([, permission, role]) => [permission, role])).toEqual(Object.entries(permissionTable));
});

test("the page of weights names every budget with its limit", () => {
  const rows = [...pageOf("what-it-weighs").matchAll(/^\| ([^|]+?) +\| +[\d.–]+ \| +≤ (\d+) \|$/gm)];
  expect(rows.map(([, what, limit]) => ({ what, limitKb: Number(limit) }))).toEqual(
    budgets.map(({ what, limitKb }) => ({ what, limitKb })),
  );
});

test("every page can be found in the book's sidebar", () => {
  const sidebar = readFileSync(join(pagesFolder, "..", "sidebars.mjs"), "utf8");
  expect([...pages.keys()].filter((page) => !sidebar.includes(`"${page}"`))).toEqual([]);
});

test("every page says in its front matter what it is about", () => {
  const silent = [...pages].filter(
    ([, markdown]) => !/^---\n(?:.*\n)*?description: \S.*\n(?:.*\n)*?---\n/.test(markdown),
  );
  expect(silent.map(([page]) => page)).toEqual([]);
});
