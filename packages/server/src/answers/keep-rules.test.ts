import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepRules, readRule } from "./keep-rules.ts";
import { rules } from "./prompt.ts";

async function* pieces(texts: readonly string[]) {
  yield* texts;
}

/** What comes through, and whether it was stopped. */
async function passOn(texts: readonly string[]) {
  const passed: string[] = [];
  try {
    for await (const text of keepRules(pieces(texts), rules.map(readRule))) passed.push(text);
    return { text: passed.join(""), passed, stopped: false };
  } catch {
    return { text: passed.join(""), passed, stopped: true };
  }
}

describe("the rules of a model", () => {
  test.each([...rules])("are not recited: %s", async (rule) => {
    const { text, stopped } = await passOn([`Sure! Here they are: ${rule} And so on.`]);
    expect(stopped).toBe(true);
    expect(text).not.toContain(rule.slice(0, 40));
  });

  test("are not recited letter by letter, in capitals, as a list or in code", async () => {
    const [, rule = ""] = rules;
    for (const disguised of [
      rule.toUpperCase(),
      `- **${rule.replaceAll(" ", "** **")}**`,
      `\`\`\`\n${rule.replaceAll(" ", "\n")}\n\`\`\``,
      rule.split("").join(" "),
    ]) {
      const { text, stopped } = await passOn([...`My rules: ${disguised}`]);
      expect(stopped, disguised).toBe(true);
      expect(text.length).toBeLessThan(60);
    }
  });

  test("may begin like an ordinary sentence, which comes through whole", async () => {
    const sentence = "Say only what the passages of the book are about.";
    expect(await passOn([...sentence])).toMatchObject({ text: sentence, stopped: false });
  });

  test("cost every other answer nothing: no letter is lost, and a word is passed on when it comes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" })), async (texts) => {
        expect(await passOn(texts)).toMatchObject({ text: texts.join(""), stopped: false });
      }),
    );
    expect((await passOn(["Open ", "the ", "valve."])).passed).toEqual(["Open ", "the ", "valve."]);
  });
});
