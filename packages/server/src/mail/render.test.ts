import { describe, expect, test } from "vitest";
import type { Letter, VerificationLetter } from "./letter.ts";
import { renderLetter } from "./render.ts";

const url = "http://localhost:7860/verify#token=q7Yf0Z1&email=alice%40example.org";
const loginUrl = "http://localhost:7860/login";
const verification: VerificationLetter = {
  kind: "verify-registration",
  to: "alice@example.org",
  language: "en",
  name: "Alice",
  url,
  code: "00217738",
  expiresInHours: 24,
  codeExpiresInMinutes: 10,
};
const letters: Letter[] = [
  verification,
  { ...verification, kind: "verify-user" },
  { kind: "already-registered", to: "alice@example.org", language: "en", loginUrl },
  {
    kind: "session-stolen",
    to: "alice@example.org",
    language: "en",
    device: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    at: new Date("2026-11-20T09:12:00Z"),
    loginUrl,
  },
  {
    kind: "new-device",
    to: "alice@example.org",
    language: "en",
    device: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    place: "Lahore, Pakistan",
    at: new Date("2026-11-20T09:12:00Z"),
    url: "http://localhost:7860/account",
  },
];

describe.each(letters)("the letter $kind", (letter) => {
  test("says the same as HTML and as text, and where it was sent", async () => {
    const { html, text, links, subject } = await renderLetter(letter, "Physical AI");
    expect(subject).toContain("Physical AI");
    expect(text).toContain(links[0]);
    expect(text).toContain("This letter was sent to alice@example.org by Physical AI.");
    const visible = html
      .replace(/<style>.*<\/style>|<title>.*<\/title>|<[^>]+>/g, "")
      .replaceAll("&amp;", "&");
    for (const sentence of text
      .split("\n")
      .filter((line) => /^(?:You receive|If |The link|This letter)/.test(line))) {
      expect(visible).toContain(sentence);
    }
  });

  test("names its language and direction, has one button, and loads nothing", async () => {
    const { html } = await renderLetter(letter, "Physical AI");
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toMatch(/<(?:img|link|script|iframe|object|form)\b|@import|url\(|\bsrc=/i);
  });
});

test("a letter that proves an address has its code near the top, as plain digits", async () => {
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
  expect({ code, links }).toEqual({ code: "00217738", links: [url] });
});

test("a name that is markup or an advertisement is left out", async () => {
  for (const name of ["<script>alert(1)</script>", "http://evil.example Click"]) {
    const { html, text } = await renderLetter({ ...verification, name }, "Physical AI");
    expect(text.startsWith("Hello,\n")).toBe(true);
    expect(html).not.toMatch(/alert\(1\)|evil\.example/);
  }
});

test("names are escaped and keep their own direction", async () => {
  const { html } = await renderLetter({ ...verification, name: `Ali "O'Neil" & Co` }, `Q&A "book"`);
  expect(html).toContain("Hello <bdi>Ali &quot;O&#39;Neil&quot; &amp; Co</bdi>,");
  expect(html).toContain("Q&amp;A &quot;book&quot;");
  expect(html).toContain('<bdi dir="ltr">alice@example.org</bdi>');
});

test("a letter about a registration that was refused repeats nothing of it and carries no code", async () => {
  const { html, text, code } = await renderLetter(
    { kind: "already-registered", to: "alice@example.org", language: "en", loginUrl },
    "Physical AI",
  );
  expect(code).toBeNull();
  expect(text.startsWith("Hello,\n")).toBe(true);
  expect(html).not.toContain("token");
});

test("a letter about a stolen sign-in names the device and the moment", async () => {
  const stolen = letters[3];
  expect(stolen?.kind).toBe("session-stolen");
  if (stolen?.kind !== "session-stolen") return;
  const { text } = await renderLetter(stolen, "Physical AI");
  expect(text).toContain("Firefox on Linux");
  expect(text.replaceAll("\u202f", " ")).toContain("November 20, 2026 at 9:12:00 AM UTC");
  const unknown = await renderLetter({ ...stolen, device: "http://evil.example" }, "Physical AI");
  expect(unknown.text).toContain("one of your devices");
  expect(unknown.html).not.toContain("evil");
});

test("where a language has not been written yet, the letter says which one it is in", async () => {
  const { html, language } = await renderLetter({ ...verification, language: "pt-BR" }, "Physical AI");
  expect(language).toBe("en");
  expect(html).toContain('<html lang="en" dir="ltr">');
});

test.each(["ur", "ar"])(
  "a letter in %s runs from right to left, with its address and code left to right",
  async (language) => {
    const { html, text } = await renderLetter({ ...verification, language }, "Physical AI");
    expect(html).toContain(`<html lang="${language}" dir="rtl">`);
    expect(html).toContain(`<bdi dir="ltr">${verification.to}</bdi>`);
    expect(html).toContain("<bdi>Physical AI</bdi>");
    expect(html).toMatch(/dir="ltr"[^>]*>00217738</);
    expect(text).toContain(`\u2066${verification.to}\u2069`);
  },
);
