import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { type Language, languages } from "./languages.ts";

/** No catalogues of their own. */
const otherExports = ["catalogues", "languages"];
const areas = Object.keys(manifest.exports)
  .map((name) => name.replace("./", ""))
  .filter((name) => !otherExports.includes(name));
const translations = languages.filter((language) => language !== "en");

/** The words that two languages share. */
const mayEqualEnglish = new Set([
  "de problems.code",
  "de screen.api",
  "de problems.status",
  "de mailbox.asText",
  "de direction",
  "es direction",
  "fr direction",
  "zh direction",
  "de fields.name",
  "de facts.passkey",
  "de stepUp.ways.passkey",
  "fr conversation",
  "fr problems.code",
  "fr screen.secret",
  "fr screen.api",
  "fr doctor.groups.secret",
  "fr doctor.groups.site",
  "fr doctor.production",
  "fr question",
  "fr sources",
  "fr untitled",
]);

interface Sentence {
  readonly text: string;
  /** Names of the facts that finish it, in alphabetical order. */
  readonly facts: readonly string[];
}

/** Finishes a sentence with facts that can be found again in it. */
function finish(sentence: (facts: unknown) => unknown, count: number): Sentence {
  const asked = new Set<string>();
  const facts = new Proxy(
    {},
    {
      get(_, name) {
        asked.add(String(name));
        return ["count", "hours", "minimum", "minutes"].includes(String(name)) ? count : `‹${String(name)}›`;
      },
    },
  );
  // A refusal of a setting is two sentences: what, and why.
  const words = sentence(facts);
  const text = typeof words === "string" ? words : Object.values(words ?? {}).join("\n");
  return { text, facts: [...asked].sort() };
}

/** Every sentence of a catalogue, by the path of its key. */
function sentencesOf(value: unknown, count: number, path: readonly string[] = []): Map<string, Sentence> {
  if (typeof value === "string") return new Map([[path.join("."), { text: value, facts: [] }]]);
  if (typeof value === "function") {
    return new Map([[path.join("."), finish((facts) => value(facts), count)]]);
  }
  return new Map(
    Object.entries(value ?? {}).flatMap(([key, inner]) => [...sentencesOf(inner, count, [...path, key])]),
  );
}

async function load(area: string, language: Language, count = 7): Promise<Map<string, Sentence>> {
  const catalogue: Record<string, unknown> = await import(`./${area}/${language}.ts`);
  return sentencesOf(catalogue[language], count);
}

/** Some sentences only put facts side by side. */
const hasWords = (text: string) => /\p{L}/u.test(text.replaceAll(/‹\w+›/g, ""));

/** What was put into a sentence, wherever its grammar has placed it. */
const factsIn = (text: string) => (text.match(/‹\w+›|\d+/g) ?? []).toSorted();

test("there are catalogues to compare", () => {
  expect(areas).toEqual(
    expect.arrayContaining(["answers", "chat", "labels", "letters", "problems", "screens"]),
  );
});

describe.each(areas)("the area %s", (area) => {
  test.each(translations)("says in %s what it says in English, no more and no less", async (language) => {
    const [english, translated] = await Promise.all([load(area, "en"), load(area, language)]);
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test.each(languages)("leaves no sentence empty or unfinished in %s", async (language) => {
    for (const count of [0, 1, 2, 3, 11, 100]) {
      for (const [key, { text }] of await load(area, language, count)) {
        expect(text.trim(), key).not.toBe("");
        expect(text, key).not.toMatch(/TODO|FIXME|\bundefined\b|\bnull\b|NaN|\[object|#/);
      }
    }
  });

  test.each(translations)("uses in %s the facts that English uses", async (language) => {
    const [english, translated] = await Promise.all([load(area, "en"), load(area, language)]);
    for (const [key, { text, facts }] of translated) {
      expect(facts, key).toEqual(english.get(key)?.facts);
      // A sentence without facts may spell its numbers out.
      if (facts.length > 0) expect(factsIn(text), key).toEqual(factsIn(english.get(key)?.text ?? ""));
    }
  });

  test.each(translations)("has no English sentence left in %s", async (language) => {
    const [english, translated] = await Promise.all([load(area, "en"), load(area, language)]);
    const same = [...translated].filter(
      ([key, { text }]) => text === english.get(key)?.text && hasWords(text),
    );
    expect(same.map(([key]) => `${language} ${key}`).filter((key) => !mayEqualEnglish.has(key))).toEqual([]);
  });

  // A line may end before a mark that stands alone, so French binds it with a no-break space.
  test("writes fr with its own spaces", async () => {
    for (const [key, { text }] of await load(area, "fr")) {
      expect(text, key).not.toMatch(/[ \w][;?!»](?:\s|$)|« | :(?:\s|$)|\w'\p{L}/u);
    }
  });

  test("opens in es the marks that it closes", async () => {
    for (const [key, { text }] of await load(area, "es")) {
      expect(text.split("¿").length, key).toBe(text.split(/\?(?!\S)|\?(?=»)/).length);
    }
  });

  test("writes zh with its own punctuation", async () => {
    for (const [key, { text }] of await load(area, "zh")) {
      expect(text, key).not.toMatch(/\p{Script=Han}[,.;:?!()]|[,;:?!()]\p{Script=Han}/u);
    }
  });

  // The two alphabets look alike on a keyboard; a letter of the other one breaks search and the joining of letters.
  test.each([
    ["ur", /[\u0643\u0649\u064a\u0629]/],
    ["ar", /[\u06a9\u06cc\u06be\u06c1\u06d2]/],
  ] as const)("writes %s in its own letters", async (language, foreign) => {
    for (const [key, { text }] of await load(area, language)) {
      if (["language", "direction"].includes(key) || !hasWords(text)) continue;
      expect(text, key).toMatch(/\p{Script=Arabic}/u);
      expect(text, key).not.toMatch(foreign);
    }
  });
});

test.each(languages)("the letters and the panel in %s name their language", async (language) => {
  const [letters, chat] = await Promise.all([load("letters", language), load("chat", language)]);
  expect(letters.get("language")?.text).toBe(language);
  expect(letters.get("direction")?.text).toBe(["ur", "ar"].includes(language) ? "rtl" : "ltr");
  expect(chat.get("language")?.text).toBe(language);
});
