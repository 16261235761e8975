import { afterAll, beforeAll, expect, test } from "vitest";
import { readPages } from "../scripts/documentation/code-blocks.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";

const pages = readPages();
let book: RunningBook | undefined;

beforeAll(async () => {
  book = await startBook();
});
afterAll(() => book?.stop());

/** Links to what the server serves beside the book, which the book's own build cannot follow. */
const linkedAddresses = () =>
  new Set(
    pages.flatMap(({ markdown }) => [
      ...[...markdown.matchAll(/\]\(pathname:\/\/(\/[^)#]*)/g)].map(([, path = ""]) => path),
      ...[...markdown.matchAll(/\]\(http:\/\/localhost:7860(\/[^)#]*)/g)].map(([, path = ""]) => path),
      ...[...markdown.matchAll(/^\| `http:\/\/localhost:7860(\/[^`]*)` \|/gm)].map(([, path = ""]) => path),
    ]),
  );

test("every address of the server that the book names is there", async () => {
  const answers = await Promise.all(
    [...linkedAddresses()].map(async (path) => `${path} ${(await fetch(`${book?.url}${path}`)).status}`),
  );
  expect(answers.length).toBeGreaterThan(3);
  expect(answers.filter((answer) => !answer.endsWith(" 200"))).toEqual([]);
});

test("every problem of the book's page has a page on the server", async () => {
  const markdown = pages.find(({ page }) => page === "problem-codes")?.markdown ?? "";
  const codes = [...markdown.matchAll(/^### ([a-z-]+)$/gm)].map(([, code = ""]) => code);
  const statuses = await Promise.all(
    codes.map(async (code) => (await fetch(`${book?.url}/problems/${code}`)).status),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
});

/** `GET`, `PATCH /me` in a cell means both methods of one path. */
function routesOf(cell: string): string[] {
  const routes: string[] = [];
  let methods: string[] = [];
  for (const [, code = ""] of cell.matchAll(/`([^`]+)`/g)) {
    const [method = "", path] = code.split(" ");
    methods.push(method);
    if (path === undefined) continue;
    routes.push(...methods.map((each) => `${each} ${path.replace(/\?.*$/, "")}`));
    methods = [];
  }
  return routes;
}

test("the page of the HTTP API lists the routes that there are", async () => {
  const markdown = pages.find(({ page }) => page === "http-api")?.markdown ?? "";
  const cells = [...markdown.matchAll(/^\| (`(?:GET|POST|PUT|PATCH|DELETE)\b[^|]*) \|/gm)];
  const listed = cells.flatMap(([, cell = ""]) => routesOf(cell));
  const document: { paths: Record<string, Record<string, unknown>> } = await (
    await fetch(`${book?.url}/api/v1/openapi.json`)
  ).json();
  // What stands beside the API names a server of its own.
  const existing = Object.entries(document.paths).flatMap(([path, { servers, ...methods }]) =>
    servers === undefined ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`) : [],
  );
  expect(listed.sort()).toEqual(existing.sort());
});
