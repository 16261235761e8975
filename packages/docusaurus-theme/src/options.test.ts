import { describe, expect, test } from "vitest";
import { resolveOptions, ThemeOptionsError } from "./options.ts";

describe("the options of the theme", () => {
  test("need nothing: book and server share an origin", () => {
    expect(resolveOptions({})).toEqual({
      id: "default",
      apiUrl: "",
      suggestions: [],
      chat: true,
      passwordMinimum: 10,
      mailbox: "/dev/mail",
    });
  });

  test("accept a server of its own and drop the trailing slash", () => {
    expect(resolveOptions({ apiUrl: "https://accounts.example.org/" }).apiUrl).toBe(
      "https://accounts.example.org",
    );
  });

  test("refuse a misspelt name and suggest the right one", () => {
    expect(() => resolveOptions({ apiURI: "https://accounts.example.org" })).toThrow(
      'Did you mean "apiUrl"?',
    );
  });

  test("refuse an unheard-of name and list the known ones", () => {
    expect(() => resolveOptions({ telemetry: true })).toThrow(
      "Known options: id, apiUrl, suggestions, chat, passwordMinimum, mailbox.",
    );
  });

  test("refuse an address with a path, which the client would lose", () => {
    expect(() => resolveOptions({ apiUrl: "https://example.org/api" })).toThrow(ThemeOptionsError);
  });

  test("report every problem together", () => {
    expect(() => resolveOptions({ chat: "yes", suggestions: "ask me" })).toThrow(/"suggestions".*\n.*"chat"/);
  });
});
