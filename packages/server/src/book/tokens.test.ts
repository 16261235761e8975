import { expect, test } from "vitest";
import { readTokens, searchableText, withoutMarks } from "./tokens.ts";

test.each([
  ["How do I call streamText()?", "how do i call streamtext stream text"],
  ["REFRESH_GRACE=30s", "refresh grace 30s"],
  ["señales", "señales senales"],
  ["重置密码", "重置 置密 密码"],
  ["用 Docker 部署", "用 docker 部署"],
  ["!&|():*<->'\\", ""],
])("%s can be found by: %s", (text, words) => {
  expect(searchableText(text)).toBe(words);
});

test("an identifier knows its parts, a plain word has none", () => {
  expect(readTokens("toUIMessageStream useChat Token iPhone")).toMatchObject([
    { word: "touimessagestream", parts: ["to", "ui", "message", "stream"] },
    { word: "usechat", parts: ["use", "chat"] },
    { word: "token", parts: [] },
    { word: "iphone", parts: ["i", "phone"] },
  ]);
});

test("a name with a number in it is found without its end", () => {
  expect(readTokens("argon2id OAuth2 sha256 2fa h1")).toMatchObject([
    { word: "argon2id", parts: ["argon", "argon2"] },
    { word: "oauth2", parts: ["oauth"] },
    { word: "sha256", parts: ["sha"] },
    { word: "2fa", parts: [] },
    { word: "h1", parts: [] },
  ]);
});

test("letters of Arabic keyboards are found in Urdu", () => {
  expect(withoutMarks("كيا")).toEqual(["کیا"]);
});
