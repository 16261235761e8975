import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadConfig } from "./load.ts";
import { ConfigError } from "./problems.ts";
import type { RawSettings } from "./settings.ts";

const directory = mkdtempSync(join(tmpdir(), "bookplate-model-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const model = {
  LLM_BASE_URL: "https://api.example.org/v1/",
  LLM_MODEL: "lamp-1",
  LLM_API_KEY: "sk-0123456789",
};
const load = (settings: RawSettings) => loadConfig({ BOOKPLATE_DATA_DIR: directory, ...settings });

/** Which lines mend it. */
function linesOf(settings: RawSettings): string[] {
  try {
    load(settings);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(JSON.stringify(error.problems)).not.toContain("sk-0123456789");
    return error.problems.flatMap(({ write }) => write);
  }
}

describe("the settings of a language model", () => {
  test("are none: the book is quoted", () => {
    expect(load({}).model).toBeUndefined();
  });

  test("are an address, a name and a key that nothing prints", () => {
    const config = load(model);
    expect(config.model).toMatchObject({
      baseUrl: "https://api.example.org/v1",
      name: "lamp-1",
      maxOutputTokens: 2_000,
      silenceMs: 30_000,
    });
    expect(config.model?.apiKey?.reveal()).toBe("sk-0123456789");
    expect(JSON.stringify(config)).not.toContain("sk-0123456789");
  });

  test("can name a model for embeddings, with or without one that answers", () => {
    const both = load({ ...model, EMBEDDINGS_MODEL: "near-1" });
    expect(both.model?.name).toBe("lamp-1");
    expect(both.embeddings).toMatchObject({ baseUrl: "https://api.example.org/v1", name: "near-1" });
    expect(both.embeddings?.apiKey?.reveal()).toBe("sk-0123456789");
    const alone = load({ LLM_BASE_URL: model.LLM_BASE_URL, EMBEDDINGS_MODEL: "near-1" });
    expect(alone).toMatchObject({ model: undefined, embeddings: { name: "near-1", apiKey: undefined } });
    expect(load(model).embeddings).toBeUndefined();
  });

  test("need no key, and no https on this machine and in the own network", () => {
    for (const address of [
      "http://localhost:11434/v1",
      "http://127.0.0.1:8000/v1",
      "http://[::1]:8000/v1",
      "http://ollama:11434/v1",
      "http://models.internal/v1",
      "http://192.168.1.20:8000/v1",
      "http://[fd00::7]:8000/v1",
    ])
      expect(linesOf({ LLM_BASE_URL: address, LLM_MODEL: "llama3.2" })).toEqual([]);
  });

  test.each<[string, RawSettings, string]>([
    ["a name without an address", { LLM_MODEL: "lamp-1" }, "LLM_BASE_URL=https://api.openai.com/v1"],
    ["an address without a name", { LLM_BASE_URL: model.LLM_BASE_URL }, "LLM_MODEL=gpt-4.1-mini"],
    [
      "embeddings without an address",
      { EMBEDDINGS_MODEL: "near-1" },
      "LLM_BASE_URL=https://api.openai.com/v1",
    ],
    [
      "the address of the route of embeddings",
      { ...model, LLM_BASE_URL: "https://x.example/v1/embeddings" },
      "LLM_BASE_URL=https://x.example/v1",
    ],
    ["a key alone", { LLM_API_KEY: model.LLM_API_KEY }, "LLM_MODEL=gpt-4.1-mini"],
    [
      "plain http elsewhere",
      { ...model, LLM_BASE_URL: "http://models.example.org/v1" },
      "LLM_BASE_URL=https://models.example.org/v1",
    ],
    [
      "the address of the route",
      { ...model, LLM_BASE_URL: "https://x.example/v1/chat/completions" },
      "LLM_BASE_URL=https://x.example/v1",
    ],
    ["no address", { ...model, LLM_BASE_URL: "api.example.org" }, "LLM_BASE_URL=https://api.openai.com/v1"],
    [
      "a password in the address",
      { ...model, LLM_BASE_URL: "https://me:pw@x.example/v1" },
      "LLM_BASE_URL=https://api.openai.com/v1",
    ],
    ["a key with a line break", { ...model, LLM_API_KEY: "sk-0123456789\nx" }, "LLM_API_KEY=sk-…"],
    ["an answer without end", { ...model, LLM_MAX_OUTPUT_TOKENS: "1000000" }, "LLM_MAX_OUTPUT_TOKENS=2000"],
    ["patience without end", { ...model, LLM_TIMEOUT: "1h" }, "LLM_TIMEOUT=30s"],
  ])("are refused with %s, and the line to write", (_, settings, line) => {
    expect(linesOf(settings)).toContain(line);
  });
});
