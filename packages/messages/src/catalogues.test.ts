import { expect, test } from "vitest";
import { fallbackLanguages, loadCatalogue, nearestLanguage } from "./catalogues.ts";

const loaders = {
  en: async () => ({ en: "English" }),
  ur: async () => ({ ur: "Urdu" }),
  ar: async () => ({ ar: "Arabic" }),
  de: async () => ({ de: "German" }),
  es: async () => ({ es: "Spanish" }),
  fr: async () => ({ fr: "French" }),
  zh: async () => ({ zh: "Chinese" }),
};

test("a reader gets the nearest language that exists", async () => {
  expect(await loadCatalogue(loaders, "de")).toBe("German");
  expect(await loadCatalogue(loaders, "de-AT")).toBe("German");
  expect(await loadCatalogue(loaders, "ur-Arab-PK")).toBe("Urdu");
  expect(await loadCatalogue(loaders, "zh-Hant-TW")).toBe("Chinese");
  expect(nearestLanguage("AR-eg")).toBe("ar");
});

test("a language that nobody has written yet falls back to English", async () => {
  expect(await loadCatalogue(loaders, "pt-BR")).toBe("English");
  expect(await loadCatalogue(loaders, "")).toBe("English");
  expect(await loadCatalogue(loaders, "constructor")).toBe("English");
});

test("the most exact language is tried first", () => {
  expect(fallbackLanguages("zh-Hant-TW")).toEqual(["zh-Hant-TW", "zh-Hant", "zh", "en"]);
});
