import { nearestLanguage } from "@bookplate/messages/catalogues";
import { expect, test } from "vitest";
import { readTerminalLanguage } from "./terminal-language.ts";

const spoken = (environment: Record<string, string>) => nearestLanguage(readTerminalLanguage(environment));

test("the terminal speaks the language of the locale", () => {
  expect(spoken({ LANG: "de_AT.UTF-8" })).toBe("de");
  expect(spoken({ LANG: "ur_PK" })).toBe("ur");
  expect(spoken({ LANG: "ar_EG.UTF-8@latn" })).toBe("ar");
});

test("LC_ALL counts before LC_MESSAGES, and both before LANG; an empty one does not count", () => {
  expect(spoken({ LC_ALL: "de_DE.UTF-8", LC_MESSAGES: "ar_EG.UTF-8", LANG: "ur_PK.UTF-8" })).toBe("de");
  expect(spoken({ LC_ALL: "", LC_MESSAGES: "ar_EG.UTF-8", LANG: "ur_PK.UTF-8" })).toBe("ar");
});

test("without a locale, or in one that nobody has written, it speaks English", () => {
  for (const locale of ["", "C", "C.UTF-8", "POSIX", "it_IT.UTF-8"])
    expect(spoken({ LANG: locale })).toBe("en");
  expect(spoken({})).toBe("en");
});
