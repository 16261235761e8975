import { dictionary } from "@zxcvbn-ts/language-common";
import { array, asyncProperty, assert as check, constantFrom, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { ValidationError } from "../domain-error.ts";
import { createPasswordPolicy } from "./password-policy.ts";

const alice = { email: "alice.lovelace@library.example.org", name: "Alice Lovelace" };
const policy = createPasswordPolicy({ minLength: 10, findBookTitle: async () => "Gardens at Night" });

/** What is said about a password: the code, or nothing. */
async function faultOf(password: string, of = policy): Promise<string | undefined> {
  try {
    await of.require("password", password, alice);
    return undefined;
  } catch (error) {
    if (error instanceof ValidationError) return error.facts.errors?.[0]?.code;
    throw error;
  }
}

describe("a new password", () => {
  test.each([
    ["four unrelated words", "lantern orchard velvet nine"],
    ["letters only", "thisisalongphraseofletters"],
    ["spaces at both ends", " copper meadow whistle "],
    ["another script", "مرحبا بالكتاب الجديد هنا"],
    ["pictures", "🦉🐢🍋🎻🚲🌵🧦🛶🪁🫐"],
    ["256 characters", Array.from({ length: 256 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join("")],
    ["a name among other words", "meadow copper alice whistle"],
  ])("may be %s", async (_what, password) => {
    expect(await faultOf(password)).toBeUndefined();
  });

  test.each([
    ["password12", "password-breached"],
    ["passwordpassword", "password-breached"],
    ["1234567890", "password-breached"],
    ["QwertyUiop", "password-breached"],
    ["ｐａｓｓｗｏｒｄ12", "password-breached"],
    ["P@ssw0rd1234", "password-too-weak"],
    ["bookplate123", "password-too-weak"],
    ["alice.lovelace@library.example.org", "password-too-weak"],
    ["Lovelace, Alice", "password-too-weak"],
    ["4L1c34l1c3!", "password-too-weak"],
    ["library example", "password-too-weak"],
    ["Gardens at Night", "password-too-weak"],
    ["gardens 2026 night", "password-too-weak"],
    ["mondaytuesday", "password-too-weak"],
    ["zxcvbnm,./zxcv", "password-too-weak"],
    ["🦉".repeat(256), "password-too-weak"],
    ["p".repeat(256), "password-too-weak"],
    ["nine chars", undefined],
    ["nine char", "password-too-short"],
    ["🦉".repeat(9), "password-too-short"],
    ["é".repeat(257), "password-too-long"],
  ])("%s gets %s", async (password, code) => {
    expect(await faultOf(password)).toBe(code);
  });

  test("is none of the most common ones that are long enough", async () => {
    const common = dictionary["passwords-common"].filter((password) => password.length >= 10);
    expect(common.length).toBeGreaterThan(1000);
    const accepted: string[] = [];
    for (const password of common) if ((await faultOf(password)) === undefined) accepted.push(password);
    expect(accepted).toEqual([]);
  });

  test("that a service outside knows as leaked is refused; the service is not asked about one that is refused anyway", async () => {
    const asked: string[] = [];
    const asking = createPasswordPolicy({
      minLength: 10,
      findBookTitle: async () => undefined,
      isLeaked: async (password) => asked.push(password) > 1,
    });
    for (const password of ["short", "password12", "alice lovelace"]) await faultOf(password, asking);
    expect(await faultOf("lantern orchard velvet nine", asking)).toBeUndefined();
    expect(await faultOf("copper meadow whistle four", asking)).toBe("password-breached");
    expect(asked).toEqual(["lantern orchard velvet nine", "copper meadow whistle four"]);
  });

  test("is measured in characters of its composed form", async () => {
    const strict = createPasswordPolicy({ minLength: 15, findBookTitle: async () => undefined });
    expect(await faultOf("e\u0301u\u0308 kopr\u030c velva", strict)).toBe("password-too-short");
    expect(await faultOf("lantern orchar", strict)).toBe("password-too-short");
    expect(await faultOf("lantern orchard", strict)).toBeUndefined();
  });

  test("made of what is known about the reader is refused, however it is put together", async () => {
    const known = constantFrom("alice", "Lovelace", "LIBRARY", "gardens", "night", "bookplate");
    await check(
      asyncProperty(
        array(known, { minLength: 2, maxLength: 4 }),
        constantFrom("", " ", "-", "."),
        async (words, mark) => {
          expect(await faultOf(words.join(mark))).toMatch(/^password-(too-weak|too-short|breached)$/);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("gets an answer whatever it consists of", async () => {
    await check(
      asyncProperty(string({ unit: "binary", maxLength: 300 }), async (password) => {
        expect([undefined, "password-too-short", "password-too-long", "password-too-weak"]).toContain(
          await faultOf(password),
        );
      }),
      { numRuns: 50 },
    );
  });
});
