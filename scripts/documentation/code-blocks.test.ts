import { expect, test } from "vitest";
import { settingNames } from "../../packages/server/src/config/settings.ts";
import { missingMark, readCodeBlocks, readPages } from "./code-blocks.ts";

const fence = "```";
const blocks = readPages().flatMap(({ page, markdown }) => readCodeBlocks(page, markdown));
const place = ({ page, line }: { page: string; line: number }) => `book/docs/${page}.md:${line}`;

test("a block's language, marks and text are read, inside a list too", () => {
  const page = [`1. Do this:`, ``, `   ${fence}bash run="401"`, `   echo 401`, `   ${fence}`].join("\n");
  expect(readCodeBlocks("p", page)).toEqual([
    { page: "p", line: 4, language: "bash", text: "echo 401\n", check: false, run: { lastLine: "401" } },
  ]);
  const [saved] = readCodeBlocks("p", `${fence}js title="a.mjs" check\n1;\n${fence}`);
  expect(saved).toMatchObject({ title: "a.mjs", check: true });
});

test.each([
  ["bash", /mark it run/],
  ["tsx run", /cannot be run/],
  ["", /is not known here/],
  ["bash shown", /mark it run/],
])("a block marked `%s` is refused", (info, why) => {
  const [block] = readCodeBlocks("p", `${fence}${info}\nls\n${fence}`);
  expect(block && missingMark(block)).toMatch(why);
});

test("every command of the book is run, checked, or says why it cannot be", () => {
  expect(
    blocks.flatMap((block) => {
      const missing = missingMark(block);
      return missing === undefined ? [] : [`${place(block)}: ${missing}`];
    }),
  ).toEqual([]);
});

test("every JSON block of the book is JSON", () => {
  const broken = blocks.filter(({ language, text }) => {
    if (language !== "json") return false;
    try {
      JSON.parse(text);
      return false;
    } catch {
      return true;
    }
  });
  expect(broken.map(place)).toEqual([]);
});

test("settings that the book writes down exist", () => {
  const known = new Set<string>(settingNames);
  const unknown = blocks
    .filter(({ language }) => language === "ini")
    .flatMap((block) =>
      [...block.text.matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)]
        .map(([, name = ""]) => name)
        .filter((name) => !known.has(name))
        .map((name) => `${place(block)}: ${name}`),
    );
  expect(unknown).toEqual([]);
});
