import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { estimate } from "../packages/react/src/strength/estimate.ts";
import { ownWords } from "../packages/react/src/strength/own-words.ts";
import { passwords } from "../packages/react/src/strength/password-list.gen.ts";
import { loadPasswordStrength } from "../packages/server/src/accounts/password-strength.ts";
import { passwordWords } from "../packages/server/src/accounts/password-words.ts";
import { generatedFile, passwordListSource } from "./password-list.ts";

const email = "alice.lovelace@library.example.org";
const name = "Alice Lovelace";
const enough = 3;
const server = await loadPasswordStrength();

describe("the strength meter's list", () => {
  test("is what `npm run password-list` writes", () => {
    expect(readFileSync(generatedFile, "utf8")).toBe(passwordListSource());
  });

  test("is small enough for a page: the meter's chunk has 50 KB, and the library takes a quarter", () => {
    expect(gzipSync(readFileSync(generatedFile)).length).toBeLessThan(34 * 1024);
  });
});

describe("the browser's meter and the server", () => {
  test("look at the same words of an account", () => {
    expect(ownWords({ email, name, pageTitle: "Create an account | Gardens at Night" })).toEqual(
      passwordWords({ email, name, bookTitle: "Gardens at Night" }),
    );
  });

  test.each([
    "lantern orchard velvet nine",
    "copper meadow whistle four",
    "thisisalongphraseofletters",
    "🦉🐢🍋🎻🚲🌵🧦🛶🪁🫐",
    "meadow copper alice whistle",
    "bookplate123",
    "alice lovelace library",
    "P@ssw0rd1234",
    "abcdefghijklmnop",
    "zxcvbnm,./zx",
    "🦉🦉🦉🦉🦉🦉🦉🦉🦉🦉",
  ])("are of one mind about %s", (password) => {
    const words = passwordWords({ email, name });
    expect(estimate(password, words).score >= enough).toBe(server.score(password, words) >= enough);
  });

  test("the list's passwords that are long enough score low on both sides", () => {
    for (const password of passwords
      .trim()
      .split(/\s+/)
      .filter(({ length }) => length >= 10)) {
      expect(estimate(password, []).score, password).toBeLessThan(enough);
      expect(server.score(password, []), password).toBeLessThan(enough);
    }
  });
});
