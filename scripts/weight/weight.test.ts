import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { budgets } from "./budgets.ts";
import { rulesWith } from "./rules-with.ts";
import { codeFrom, holds, type TracedChunk } from "./traced-chunk.ts";
import type { WeighedBook } from "./weighed-book.ts";
import { isWithin, weightTable } from "./weight-table.ts";

// `AAAA` starts the first source at column 0; `ICAA` starts the second one four columns later.
const chunk = (file: string, code: string, sources: string[], mappings: string): TracedChunk => ({
  file,
  code,
  map: { file, version: 3, sources, sourcesContent: [], names: [], mappings, sourceRoot: "" },
});

const eager = chunk("main.js", "usxxours", ["/packages/react/src/a.ts", "/theirs.ts"], "AAAA,ECAA,EDAA");
const dialogs = chunk("1.js", "dialogs", ["/packages/react/src/dialog/AuthDialogs.tsx"], "AAAA");
const beside = chunk("2.js", "loaded beside", ["/packages/react/src/forms/place.ts"], "AAAA");
const book: WeighedBook = {
  chunks: [eager, dialogs, beside],
  relations: [
    { id: "main", initial: true, files: ["main.js"], siblings: [] },
    { id: "1", initial: false, files: ["1.js"], siblings: ["2", "main"] },
    { id: "2", initial: false, files: ["2.js"], siblings: ["1"] },
  ],
  css: "",
};
const weigh = (what: string) => budgets.find((budget) => budget.what.startsWith(what))?.weigh(book);
const compressed = (text: string) => gzipSync(text, { level: 9 }).byteLength;

test("a chunk's bytes are shared out to the files that they come from", () => {
  expect(codeFrom(eager, (source) => source.includes("/packages/"))).toBe("usours");
  expect(codeFrom(eager, (source) => source === "/theirs.ts")).toBe("xx");
  expect(codeFrom(eager, () => false)).toBe("");
  expect(holds(eager, "/a.ts")).toBe(true);
  expect(holds(eager, "/b.ts")).toBe(false);
});

test("a page weighs what our files bring into it, a click what it loads besides", () => {
  expect(weigh("JavaScript on a page")).toBe(compressed("usours"));
  expect(weigh("Sign-in")).toBe(compressed("dialogs") + compressed("loaded beside"));
  expect(weigh("Chat panel")).toBeUndefined();
});

test("words that only the account page loads are weighed with it, and not with every dialog", () => {
  const page = chunk("3.js", "page", ["/packages/react/src/account/AccountPage.tsx"], "AAAA");
  const words = (file: string, area: string) =>
    chunk(`${file}.js`, `words of ${area}`, [`/packages/messages/src/${area}/ur.ts`], "AAAA");
  const relation = { id: "3", initial: false, files: ["3.js"], siblings: [] };
  const withPage = {
    ...book,
    chunks: [page, words("4", "account"), words("5", "screens")],
    relations: [relation],
  };
  const weighed = (what: string) => budgets.find((budget) => budget.what.startsWith(what))?.weigh(withPage);
  expect(weighed("Account page")).toBe(compressed("page") + compressed("words of account"));
  expect(weighed("One language")).toBe(compressed("words of screens"));
});

test("only the rules that mention a name count, inside a media query too", () => {
  const css =
    '@import "a.css";.bp-form{color:red}.menu{content:"}"}@media (width<1px){.menu{a:b}.bp-panel{c:d}}:root{--bp-z:1}';
  expect(rulesWith("bp-", css)).toBe(".bp-form{color:red}@media (width<1px){.bp-panel{c:d}}:root{--bp-z:1}");
  expect(rulesWith("bp-", "@media print{.menu{a:b}}")).toBe("");
});

test("a part past its budget is named, and one byte is enough", () => {
  const heavy = { what: "Styles", limitKb: 8, bytes: 8001 };
  expect(isWithin(heavy)).toBe(false);
  expect(isWithin({ ...heavy, bytes: 8000 })).toBe(true);
  expect(weightTable([heavy])).toContain("Styles (TOO HEAVY)");
});

test("a part that is not found fails", () => {
  const gone = { what: "Account page", limitKb: 40, bytes: undefined };
  expect(weightTable([gone])).toContain("Account page (NOT FOUND)");
  expect(isWithin(gone)).toBe(false);
});
