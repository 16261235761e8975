import { expect, test } from "vitest";
import { fallbackLanguages, loadCatalogue } from "./catalogues.ts";

const loaders = {
  en: async () => "English",
  pt: async () => "Portuguese",
};

test("a reader gets the nearest language that exists", async () => {
  expect(await loadCatalogue(loaders, "pt")).toBe("Portuguese");
  expect(await loadCatalogue(loaders, "pt-BR")).toBe("Portuguese");
});

test("a language that nobody has written yet falls back to English", async () => {
  expect(await loadCatalogue(loaders, "ur-PK")).toBe("English");
  expect(await loadCatalogue(loaders, "")).toBe("English");
  expect(await loadCatalogue(loaders, "constructor")).toBe("English");
});

test("the most exact language is tried first", () => {
  expect(fallbackLanguages("zh-Hant-TW")).toEqual(["zh-Hant-TW", "zh-Hant", "zh", "en"]);
});
