import { beforeAll, describe, expect, test } from "vitest";
import { buildBookIfNeeded } from "../scripts/book-build.mjs";
import { buildGuard } from "../scripts/build-guard.ts";
import { type CodeBlock, readCodeBlocks, readPages } from "../scripts/documentation/code-blocks.ts";
import { checkSyntax, runPage } from "./support/book-commands.ts";
import { startBook } from "./support/running-book.ts";

const pages = readPages().map(({ page, markdown }) => ({ page, blocks: readCodeBlocks(page, markdown) }));
/** What `npm run guard` makes, for the pages whose services import it. */
beforeAll(buildGuard);

const works = ({ run }: CodeBlock) => run !== undefined;

beforeAll(async () => {
  // Once, before two begin at the same moment.
  expect(await buildBookIfNeeded()).toBe(true);
});

// Two at a time: for much of its time a page waits for its server to start.
test.concurrent.each(pages.filter(({ blocks }) => blocks.some(works)))(
  "the commands on the page $page work, one after the other, on a fresh server",
  async ({ blocks }) => {
    const server = await startBook();
    try {
      await runPage(blocks, { url: server.url, environment: server.environment });
    } finally {
      await server.stop();
    }
  },
);

test.each(pages.filter(({ blocks }) => blocks.some(({ check }) => check)))(
  "the code on the page $page has no fault of syntax",
  async ({ blocks }) => {
    for (const block of blocks.filter(({ check }) => check)) await checkSyntax(block);
  },
);

describe("a page fails", () => {
  const block = (text: string, lastLine?: string): CodeBlock => ({
    page: "example",
    line: 1,
    language: "bash",
    text,
    check: false,
    run: { lastLine },
  });
  const nobody = { url: "http://localhost:9", environment: {} };

  test.each([
    ["whose command fails", block("false\n")],
    ["whose request is not answered", block("curl -s http://localhost:7860/healthz\n")],
    ["that prints something else", block("echo 200\n", "401")],
  ])("%s", async (_, failing) => {
    await expect(runPage([failing], nobody)).rejects.toThrow();
  });

  test("not where it does what it says", async () => {
    await expect(
      runPage([block("A=4\n"), { ...block("echo $A''01\n", "401"), line: 5 }], nobody),
    ).resolves.toBeUndefined();
  });
});

test("a file that a page tells its reader to save is used by a command or parsed", () => {
  const idle = pages.flatMap(({ page, blocks }) =>
    blocks
      .filter(({ title, check }) => title !== undefined && !check)
      .filter(({ title = "" }) => {
        const name = title.replace(/\.\w+$/, "");
        return !blocks.some((block) => works(block) && block.text.includes(name));
      })
      .map(({ line }) => `book/docs/${page}.md:${line}`),
  );
  expect(idle).toEqual([]);
});
