import { languages } from "@bookplate/messages/languages";
import { describe, expect, test } from "vitest";
import { sampleLetters } from "../../tests/support/sample-letters.ts";
import type { Letter } from "./letter.ts";
import { renderLetter } from "./render.ts";

const english = sampleLetters("en");
const samples: readonly (readonly [string, Letter])[] = Object.entries(english);

/** What a reader of the HTML part sees, tags and hidden parts apart. */
function visible(html: string): string {
  return html
    .replace(/<style>.*<\/style>|<title>.*<\/title>|<div class="preheader".*<\/div>/g, "")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** A text without what only arranges it, so that a row of a table equals a line. */
const wordsOf = (text: string) => text.replaceAll(/[\s:：\u2066-\u2069]/g, "");

describe.each(samples)("the letter %s", (_, letter) => {
  test.each(languages)("says in %s the same as HTML and as text", async (language) => {
    const { html, text, subject, links } = await renderLetter({ ...letter, language }, "Physical AI");
    if (letter.kind !== "announcement") expect(subject).toContain("Physical AI");
    const shown = wordsOf(visible(html));
    // What introduces an address in the text is a button in the HTML.
    const lines = text.split("\n").filter((line) => !/[:：]$/.test(line) && !links.includes(line));
    for (const line of lines) expect(shown).toContain(wordsOf(line));
    for (const link of links) expect(html).toContain(`href="${link.replaceAll("&", "&amp;")}"`);
  });

  test("has one button at most, and loads nothing", async () => {
    const { html, links } = await renderLetter(letter, "Physical AI");
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(html.match(/<a /g) ?? []).toHaveLength(links.length);
    expect(links.length).toBeLessThan(2);
    expect(html).not.toMatch(/<(?:img|link|script|iframe|object|form)\b|@import|url\(|\bsrc=/i);
  });

  test.each(languages)("is in %s small enough to be shown whole", async (language) => {
    // Gmail cuts a letter at 102 KB.
    const { html } = await renderLetter({ ...letter, language }, "Physical AI");
    expect(Buffer.byteLength(html)).toBeLessThan(15_000);
  });

  test.each(["ur", "ar"])(
    "runs in %s from right to left, its addresses and codes do not",
    async (language) => {
      const rendered = await renderLetter({ ...letter, language }, "Physical AI");
      const { html, text, code } = rendered;
      expect(html).toContain(`<html lang="${language}" dir="rtl">`);
      // Where a mail program drops <html>.
      expect(html).toContain(`<div class="sheet" lang="${language}" dir="rtl"`);
      expect(html).toContain(`<bdi dir="ltr">${letter.to}</bdi>`);
      expect(html).toContain("<bdi>Physical AI</bdi>");
      expect(text).toContain(`\u2066${letter.to}\u2069`);
      if (code) expect(html).toMatch(new RegExp(`dir="ltr"[^>]*>${code}<`));
      for (const link of rendered.links) expect(text).toContain(`\n${link}\n`);
    },
  );
});

test("a letter that proves an address has its code near the top, as plain digits", async () => {
  const verification = english["verify-registration"];
  const { text, code, links } = await renderLetter(verification, "Physical AI");
  expect(text.split("\n").slice(0, 6)).toEqual([
    "Hello Alice,",
    "",
    "Confirm that alice@example.org is your address, and your account at Physical AI is ready.",
    "",
    "Your code: 00217738",
    "Type it on the page that asked for it. It works for 10 minutes.",
  ]);
  expect(text).toContain("The link works once, within 24 hours.");
  expect({ code, links }).toEqual({ code: "00217738", links: [verification.url] });
});

test("a name that is markup or an advertisement is left out", async () => {
  for (const name of ["<script>alert(1)</script>", "http://evil.example Click"]) {
    for (const letter of [
      { ...english["verify-registration"], name },
      { ...english["password-reset"], name },
      { ...english["passkey-added"], name },
    ]) {
      const { html, text } = await renderLetter(letter, "Physical AI");
      expect(text.startsWith("Hello,\n")).toBe(true);
      expect(html + text).not.toMatch(/alert\(1\)|evil\.example/);
    }
  }
});

test("names are escaped and keep their own direction", async () => {
  const letter = { ...english["verify-registration"], name: `Ali "O'Neil" & Co` };
  const { html } = await renderLetter(letter, `Q&A "book"`);
  expect(html).toContain("Hello <bdi>Ali &quot;O&#39;Neil&quot; &amp; Co</bdi>,");
  expect(html).toContain("Q&amp;A &quot;book&quot;");
  expect(html).toContain('<bdi dir="ltr">alice@example.org</bdi>');
});

test("what a moderator or an operator writes is text, whatever it looks like", async () => {
  const banned = { ...english["account-banned"], reason: '<b onclick="x()">Spam</b>' };
  const announcement = { ...english.announcement, subject: "A & B", text: "<img src=x>\n\n<b>Bold</b>" };
  for (const letter of [banned, announcement]) {
    const { html, text } = await renderLetter(letter, "Physical AI");
    expect(html).not.toMatch(/<b |<b>|<img/);
    expect(text).toMatch(/<b/);
  }
});

test("an announcement keeps its paragraphs and lines, and each finds its own direction", async () => {
  const { html, text } = await renderLetter(sampleLetters("ar").announcement, "Physical AI");
  expect(html.match(/<p class="ink" dir="auto"/g)).toHaveLength(2);
  expect(html).toContain("are there.<br>They were");
  expect(text).toContain("are there.\nThey were the ones most of you asked for.\n\nRead");
});

test("a letter about a registration that was refused repeats nothing of it and carries no code", async () => {
  const { html, text, code } = await renderLetter(english["already-registered"], "Physical AI");
  expect(code).toBeNull();
  expect(text.startsWith("Hello,\n")).toBe(true);
  expect(html).not.toContain("token");
});

test("a letter about what somebody did says with which device and when", async () => {
  const stolen = english["session-stolen"];
  const { text } = await renderLetter(stolen, "Physical AI");
  expect(text).toContain("Device: Firefox on Linux\n");
  expect(text.replaceAll("\u202f", " ")).toContain("Time: November 20, 2026 at 9:12 AM UTC\n");
  const unknown = await renderLetter({ ...stolen, device: "http://evil.example" }, "Physical AI");
  expect(unknown.text).toContain("Device: one that we do not recognise\n");
  expect(unknown.html).not.toContain("evil");
});

test("where a language has not been written yet, the letter says which one it is in", async () => {
  const { html, language } = await renderLetter(sampleLetters("pt-BR")["verify-user"], "Physical AI");
  expect(language).toBe("en");
  expect(html).toContain('<html lang="en" dir="ltr">');
});
