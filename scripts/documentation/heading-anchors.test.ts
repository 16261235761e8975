import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { splitMarkdown } from "../../packages/server/src/book/markdown.ts";
import { repositoryRoot } from "../repository-paths.mjs";

interface Processor {
  process(file: object): Promise<{ content: string }>;
}

/** How Docusaurus makes a page of Markdown: the one place that knows the ids of its headings. */
const { createProcessorUncached } = createRequire(join(repositoryRoot, "book/package.json"))(
  "@docusaurus/mdx-loader/lib/processor.js",
) as { createProcessorUncached(parameters: object): Promise<Processor> };

const makeProcessor = (format: "md" | "mdx") =>
  createProcessorUncached({
    format,
    options: {
      admonitions: true,
      staticDirs: [],
      siteDir: repositoryRoot,
      // As a book with `future: { v4: true }` has it.
      markdownConfig: {
        anchors: { maintainCase: false },
        emoji: true,
        mermaid: false,
        mdx1Compat: { comments: false, admonitions: false, headingIds: false },
        hooks: { onBrokenMarkdownLinks: "ignore", onBrokenMarkdownImages: "ignore" },
      },
    },
  });
const processors = { md: makeProcessor("md"), mdx: makeProcessor("mdx") };

async function idsOfDocusaurus(content: string, format: "md" | "mdx"): Promise<string[]> {
  const processor = await processors[format];
  const filePath = join(repositoryRoot, `page.${format}`);
  const { content: code } = await processor.process({
    content,
    filePath,
    frontMatter: {},
    compilerName: "server",
  });
  return [...code.matchAll(/_components\.h[2-6], \{\s*id: ("(?:[^"\\]|\\.)*")/g)].map(
    ([, id = ""]) => JSON.parse(id) as string,
  );
}

const ourIds = (markdown: string) => splitMarkdown(markdown).flatMap(({ anchor }) => anchor ?? []);

/** Headings of every kind that an author writes in MDX. */
const mdx = `---
title: "Headings: all of them"
---

import Tabs from "@theme/Tabs";
import TabItem from "@theme/TabItem";

export const answer = 42;

# Setup

## Setup
## Setup
### \`npm start\` & more
## With *slanted*, **bold** and ~~struck~~ words
## A [link](https://example.org) in it
## Emoji 🎉 party :tada:
## :rocket: Go
## Expr {1 + 1} here
## {frontMatter.title}
## &copy; 2024 &mdash; caf&#233;
## Über uns
## 如何登录
## کتاب کیا ہے
## By comment {/* #by-comment */}
## Ends with hashes ##
## Trailing punctuation?!
## a_b_c and snake_case
## \`code_with_underscores\`
## Less &lt; more &amp; so on
## 1. Numbered
## C++ / C#
## \\*not slanted\\*
## \`<Tag>\` and \`{braces}\`
## https://example.org/auto

:::tip[Not a heading]

## In an admonition

:::

<details>
<summary>More</summary>

## In details

</details>

<Tabs>
<TabItem value="a" label="A">

## In a tab

</TabItem>
</Tabs>

> ## In a quotation

1. A list

   ## In an item

Underlined
----------

Twice
underlined
==========

\`\`\`md
## no heading
\`\`\`

~~~~js
## none either
~~~~

{/*

## commented out

*/}

| A | B |
|---|---|
| ## no | heading |

[reference]: https://example.org "## title"

## Last
`;

/** What only plain Markdown has. */
const md = `# Title

## Chosen {#own-id}

## By comment <!-- #by-comment -->

## Title

## In <em>tags</em> and <kbd>keys</kbd>

<!-- ## commented out -->

<!--

## out, too

-->

Text
---

## Last <br/> one
`;

test("headings of MDX are linked by the ids that Docusaurus gives them", async () => {
  const ids = await idsOfDocusaurus(mdx, "mdx");
  expect(ids.length).toBeGreaterThan(25);
  expect(ourIds(mdx)).toEqual(ids);
});

test("so are those of plain Markdown", async () => {
  const ids = await idsOfDocusaurus(md, "md");
  expect(ids).toContain("own-id");
  expect(ourIds(md)).toEqual(ids);
});

const docs = join(repositoryRoot, "book/docs");

test("so is every heading of this project's book", { timeout: 60_000 }, async () => {
  for (const name of readdirSync(docs)) {
    const markdown = readFileSync(join(docs, name), "utf8");
    expect(ourIds(markdown), name).toEqual(
      await idsOfDocusaurus(markdown, name.endsWith(".mdx") ? "mdx" : "md"),
    );
  }
});
