import fc from "fast-check";
import { expect, test } from "vitest";
import { readPassages } from "./passages.ts";

const page = { source: "docs/a.md", permalink: "/guide/a", title: "Guide" };

test("a passage links to the exact heading", () => {
  const passages = readPassages(page, "Intro.\n\n## How to begin?\n\nSo.\n\n## Über uns\n\nWir.");
  expect(passages.map(({ url, heading, position }) => ({ url, heading, position }))).toEqual([
    { url: "/guide/a", heading: "Guide", position: 0 },
    { url: "/guide/a#how-to-begin", heading: "How to begin?", position: 1 },
    { url: "/guide/a#%C3%BCber-uns", heading: "Über uns", position: 2 },
  ]);
});

test("a heading without text is no passage", () => {
  expect(readPassages(page, "## Empty\n\n## Full\n\ntext").map(({ heading }) => heading)).toEqual(["Full"]);
});

test("long sections become passages of at most 1,500 characters that lose no word", () => {
  const paragraph = fc.array(fc.stringMatching(/^[a-z]{1,900}$/), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 4 }), (paragraphs) => {
      const markdown = paragraphs.map((words) => words.join(" ")).join("\n\n");
      const texts = readPassages(page, `## Long\n\n${markdown}`).map(({ text }) => text);
      expect(Math.max(0, ...texts.map(({ length }) => length))).toBeLessThanOrEqual(1500);
      expect(texts.join("").replace(/\s/g, "")).toBe(markdown.replace(/\s/g, ""));
    }),
    { numRuns: 30 },
  );
});

test("a long block of code stays code in every passage", () => {
  const code = Array.from({ length: 120 }, (_, line) => `const value${line} = compute(${line});`).join("\n");
  const texts = readPassages(page, `\`\`\`ts\n${code}\n\`\`\``).map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(text).toMatch(/^```ts\n[\s\S]+\n```$/);
});
