import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitMarkdown } from "./markdown.ts";

function outline(markdown: string) {
  return splitMarkdown(markdown).map(({ anchor, heading, blocks }) => ({
    anchor,
    heading,
    text: blocks.map(({ text }) => text).join(" | "),
  }));
}

describe("a page is split at its headings", () => {
  test("text before the first heading and under the title belongs to the page", () => {
    expect(outline("---\ntitle: x\n---\nBefore.\n\n# Title\n\nAfter.\n")).toEqual([
      { anchor: undefined, heading: undefined, text: "Before." },
      { anchor: undefined, heading: "Title", text: "After." },
    ]);
  });

  test("a heading's id is the explicit one, or counted per page with the title taking part", () => {
    const markdown =
      "# Setup\n## Setup\n## Setup\n## Own {#chosen}\n## Chosen\n## By comment {/* #other */}\n## `npm start` & more\n";
    expect(
      splitMarkdown(markdown)
        .slice(2)
        .map(({ anchor }) => anchor),
    ).toEqual(["setup-1", "setup-2", "chosen", "chosen", "other", "npm-start--more"]);
  });

  test.each([
    // As Docusaurus 3.10 writes them.
    ["Expr {1 + 1} here", "expr-1--1-here"],
    ["{frontMatter.title}", "frontmattertitle"],
    [":rocket: Go", "rocket-go"],
    ["Party :tada:", "party-tada"],
    ["std::vec::new at 10:30: now", "stdvecnew-at-1030-now"],
    ["&copy; 2024 &mdash; x &lt;tag&gt; caf&#233; &#xE9;", "-2024--x-tag-café-é"],
    ["Emoji 🎉 party", "emoji--party"],
    ["کتاب کے بارے میں", "کتاب-کے-بارے-میں"],
    ["`useChat()` / `toUIMessageStream`", "usechat--touimessagestream"],
    ['A <Badge text="x" /> b', "a--b"],
  ])("the id of %s", (heading, id) => {
    expect(splitMarkdown(`## ${heading}`)[1]?.anchor).toBe(id);
  });

  test("underlined headings count, and a line of dashes alone does not", () => {
    expect(outline("Deep\n----\ntext\n\n---\n\nmore").slice(1)).toEqual([
      { anchor: "deep", heading: "Deep", text: "text | more" },
    ]);
  });

  test("nothing inside a code block is a heading, and the code is kept", () => {
    expect(outline("## A\n\n````md\n```sh\n# no heading\n```\n````\n")[1]).toEqual({
      anchor: "a",
      heading: "A",
      text: "```sh\n# no heading\n```",
    });
  });

  test("a heading knows the headings above it", () => {
    expect(splitMarkdown("# T\n## A\n### B\n## C\n").map(({ ancestors }) => ancestors)).toEqual([
      [],
      [],
      [],
      ["A"],
      [],
    ]);
  });
});

describe("a reader's words stay, markup goes", () => {
  const text = (markdown: string) => outline(markdown)[0]?.text;

  test("imports, exports, tags, expressions and comments are left out", () => {
    const markdown =
      'import A from "b";\n\nexport const c = {\n  d: 1,\n};\n\n<Tabs value={1}>\n\n**Bold** and {props.x} _slanted_.\n\n</Tabs>\n\n<!-- one\ntwo -->\n\n{/* three\n\nfour */}\n\nEnd.';
    expect(text(markdown)).toBe("Bold and slanted. | End.");
  });

  test("links, images and escapes become what is shown", () => {
    expect(
      text("See [the `lamp`](/lamp), ![a lens](x.png), <https://a.example/b>, \\*stars\\* and a_b_c."),
    ).toBe("See the `lamp`, a lens, https://a.example/b, *stars* and a_b_c.");
  });

  test("admonitions, lists, tables and quotes are text", () => {
    const markdown =
      ":::tip[Note well]\nInside.\n:::\n\n- one\n- [ ] two\n  goes on\n\n| a | b |\n|---|:-:|\n| c | `d` |\n\n> quoted\n> words";
    expect(text(markdown)).toBe("Note well | Inside. | one | two goes on | a · b | c · `d` | quoted words");
  });
});

describe("any text can be split", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "# a",
      "## b {#c}",
      "```",
      "~~~~",
      "<!--",
      "-->",
      "{/*",
      "---",
      "===",
      "| x",
      ":::note",
      "- `",
      "",
    ),
  );
  const file = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));

  test("without an error, and without a character that the database refuses", () => {
    fc.assert(
      fc.property(file, (markdown) => {
        const everything = JSON.stringify(
          splitMarkdown(markdown).map(({ blocks }) => blocks.map(({ text }) => text)),
        );
        expect(everything).not.toContain("\\u0000");
        expect(everything.isWellFormed() && !/\\ud[89a-f]/.test(everything)).toBe(true);
      }),
    );
  });

  test("plain words are all kept, in order", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((word) => !/^(import|export)$/.test(word));
    const page = fc.array(fc.array(word, { minLength: 1, maxLength: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(page, (paragraphs) => {
        const words = paragraphs.flat().join(" ");
        const markdown = paragraphs.map((paragraph) => paragraph.join(" ")).join("\n\n");
        expect(outline(markdown)[0]?.text.replaceAll(" | ", " ")).toBe(words);
      }),
    );
  });
});

test.each([
  ["spaces", `${" ".repeat(200_000)}x`],
  ["a heading of spaces", `# x${" ".repeat(200_000)}{#`],
  ["an import of spaces", `import ${" ".repeat(200_000)}x`],
  ["backticks", "`` ` ".repeat(80_000)],
  ["brackets", "![a](".repeat(80_000)],
  ["stars", "*a ".repeat(120_000)],
])("a very long line of %s is read in a moment", (_, markdown) => {
  // Of the processor, not of the day: the machine may have other things to do. A look at every pair of characters takes a minute.
  const before = process.cpuUsage();
  splitMarkdown(markdown);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
});
