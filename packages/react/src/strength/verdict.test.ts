import { loadProblems } from "@bookplate/messages/problems";
import { loadStrength } from "@bookplate/messages/strength";
import { describe, expect, test } from "vitest";
import { ownWords } from "./own-words.ts";
import { judge } from "./verdict.ts";

const [strength, problems] = await Promise.all([loadStrength("en"), loadProblems("en")]);
const words = ownWords({
  email: "alice.lovelace@library.example.org",
  name: "Alice Lovelace",
  pageTitle: "Create an account | Gardens at Night",
});
const judged = (password: string) => judge(password, words, { strength, problems, minimum: 10 });

describe("the strength meter", () => {
  test.each([
    ["alice.lovelace@library.example.org", "personal"],
    ["Gardens at Night", "personal"],
    ["bookplate123", "personal"],
    ["ecalevol alice", "personal"],
    ["P@ssw0rd1234", "disguised"],
    ["abcabcabcabc", "repeated"],
    ["🦉".repeat(20), "repeated"],
    ["abcdefghijklmnop", "sequence"],
    ["zxcvbnm,./zx", "keyboard"],
    ["1.12.1984ab", "date"],
    ["chocolate12", "word"],
  ] as const)("names what makes %s easy to guess: %s", (password, weakness) => {
    expect(judged(password).sentence).toBe(`Weak: ${strength.weaknesses[weakness]}`);
  });

  test("words what the server would refuse as the refusal does", () => {
    expect(judged("qwertyuiop").sentence).toContain(problems.fields["password-breached"]);
    expect(judged("nine char").sentence).toContain("10");
    expect(judged("é".repeat(257)).sentence).toContain(problems.fields["password-too-long"]);
  });

  test("advises nobody against long, unusual or far-away characters", () => {
    for (const password of [
      "lantern orchard velvet nine",
      "thisisalongphraseofletters",
      "مرحبا بالكتاب الجديد هنا",
      "🦉🐢🍋🎻🚲🌵🧦🛶🪁🫐",
      "meadow copper alice whistle",
    ]) {
      expect(judged(password)).toEqual({ bar: 4, sentence: strength.strong });
    }
  });

  test("never says that a password is accepted: that is the server's to say", () => {
    expect(`${strength.good} ${strength.strong}`).not.toMatch(/accept|valid|allowed|ok/i);
  });
});
