import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createExtracts } from "./extracts.ts";
import { describeReader, type ModelPrompt } from "./language-model.ts";
import { type PromptPassage, writePrompt } from "./prompt.ts";

const lamp = {
  title: "The lamp › Fuel",
  url: "/lamp#fuel",
  text: "Drain the tank once a week. It holds 40 litres.",
  coverage: 1,
};
const lens = {
  title: "The lamp › Lens",
  url: "/lamp#lens",
  text: "Polish the prisms with vinegar.",
  coverage: 0.3,
};

function promptOf(passages: readonly PromptPassage[], question: string, selection?: string): ModelPrompt {
  return writePrompt({ passages, question, selection, history: [], language: "en" });
}

async function ask(
  passages: readonly PromptPassage[],
  question: string,
  selection?: string,
): Promise<string[]> {
  const { stream } = await createExtracts().doStream({ prompt: promptOf(passages, question, selection) });
  const deltas: string[] = [];
  for await (const part of stream) if (part.type === "text-delta") deltas.push(part.delta);
  return deltas;
}

describe("the embedded model", () => {
  test("quotes each passage and links to its heading", async () => {
    expect((await ask([lamp, lens], "How large is the tank?")).join("")).toBe(
      [
        "These parts of the book fit your question best:",
        "> Drain the tank once a week. It holds 40 litres.",
        "[The lamp › Fuel](/lamp#fuel)",
        "> Polish the prisms with vinegar.",
        "[The lamp › Lens](/lamp#lens)",
      ].join("\n\n"),
    );
  });

  test("says plainly that the book has nothing about it", async () => {
    expect((await ask([], "Who won the cup?")).join("")).toMatch(
      /^I found nothing about this in the book\. /,
    );
  });

  test("says where the book has nothing but something near it", async () => {
    expect((await ask([lens], "Who sells prisms?")).join("")).toMatch(
      /^The book does not speak about this directly\. This comes nearest:\n\n> Polish/,
    );
  });

  test("says that it stands in for a model that does not answer", async () => {
    const { content } = await createExtracts().doGenerate({
      prompt: promptOf([lamp], "tank"),
      providerOptions: describeReader("de", { standIn: true }),
    });
    expect(content).toEqual([
      { type: "text", text: expect.stringMatching(/^Das Sprachmodell antwortet gerade nicht/) },
    ]);
  });

  test.each([
    ["ur", "کتاب اس بارے میں یہ کہتی ہے:"],
    ["ar-EG", "هذا ما يقوله الكتاب في ذلك:"],
    ["de", "Das sagt das Buch dazu:"],
    ["pt", "This is what the book says about it:"],
  ])("speaks to a reader of %s in the nearest language there is", async (language, lead) => {
    const prompt = promptOf([lamp], "tank");
    const { content } = await createExtracts().doGenerate({
      prompt,
      providerOptions: describeReader(language),
    });
    expect(content).toEqual([{ type: "text", text: expect.stringMatching(new RegExp(`^${lead}`)) }]);
  });

  test("keeps code as code inside the quotation", async () => {
    const text = "Type this:\n\n```sh\nlight --now\n\nwait\n```";
    expect((await ask([{ ...lamp, text }], "light")).join("")).toContain(
      "> Type this:\n>\n> ```sh\n> light --now\n>\n> wait\n> ```",
    );
  });

  test("writes in groups of words that add up to what it answers at once", async () => {
    const deltas = await ask([lamp, lens], "tank");
    expect(deltas.length).toBeGreaterThan(5);
    const { content } = await createExtracts().doGenerate({ prompt: promptOf([lamp, lens], "tank") });
    expect(content).toEqual([{ type: "text", text: deltas.join("") }]);
  });

  test("quotes what fits the marked text", async () => {
    const text = `${"The harbour is deep. ".repeat(30)}The horn sounds twice. ${"Gulls nest here. ".repeat(30)}`;
    expect((await ask([{ ...lamp, text }], "What is meant?", "the horn")).join("")).toContain(
      "The horn sounds twice.",
    );
  });

  test("never lets a passage of the book become markup", async () => {
    const title = "a](javascript:alert(1)) <b>";
    const text = "# no heading <img src=x onerror=alert(1)> [x](javascript:alert(1)) *stars*";
    const answer = (await ask([{ ...lamp, title, url: "/a b)(", text }], "x")).join("");
    expect(answer).toContain(
      "> \\# no heading \\<img src=x onerror=alert(1)\\> \\[x\\](javascript:alert(1)) \\*stars\\*",
    );
    expect(answer).toContain("[a\\](javascript:alert(1)) \\<b\\>](/a%20b%29%28)");
  });

  test("reads its prompt back, whatever passages and questions contain", async () => {
    const passage = fc.record({
      title: fc.string(),
      url: fc.string(),
      text: fc.string(),
      coverage: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const question = fc.oneof(fc.string(), fc.constant('\n\nThe reader asks:\n{"question":'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(passage, { maxLength: 3 }),
        question,
        fc.option(fc.string()),
        async (passages, asked, marked) => {
          const links = (await ask(passages, asked, marked ?? undefined)).join("").match(/^\[/gm) ?? [];
          expect(links.length).toBeGreaterThanOrEqual(passages.length);
        },
      ),
    );
  });
});
