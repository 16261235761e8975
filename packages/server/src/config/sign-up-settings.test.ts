import { english } from "@bookplate/messages/terminal";
import { expect, test } from "vitest";
import { SettingsReader } from "./reader.ts";
import { signUpMode } from "./sign-up-settings.ts";

function read(value: string | undefined, emailVerification: "required" | "off" = "required") {
  const reader = new SettingsReader(value === undefined ? {} : { SIGN_UP: value });
  const mode = signUpMode(reader, { emailVerification });
  for (const { say } of reader.problems) expect(say(english.settings).why).not.toBe("");
  return { mode, write: reader.problems.flatMap(({ write }) => write) };
}

test("everybody may make an account where nothing else is written", () => {
  expect(read(undefined)).toEqual({ mode: { mode: "open" }, write: [] });
});

test.each(["open", "invitation", "closed"] as const)("SIGN_UP may be %s", (mode) => {
  expect(read(mode)).toEqual({ mode: { mode }, write: [] });
});

test("domains are kept in one spelling, each once", () => {
  expect(read("domains:Example.ORG, bücher.example,example.org").mode).toEqual({
    mode: "domains",
    domains: ["example.org", "xn--bcher-kva.example"],
  });
});

test.each(["Open", "domain:example.org", "everybody"])("%s is refused with the line to write", (value) => {
  expect(read(value).write).toEqual(["SIGN_UP=open"]);
});

test.each([
  "domains:",
  "domains:@example.org",
  "domains:localhost",
  "domains:a b.example",
  "domains:*.example.org",
])("%s is refused with the line to write", (value) => {
  expect(read(value).write).toEqual(["SIGN_UP=domains:example.org"]);
});

test("domains that nobody has to prove are refused with the lines to write", () => {
  expect(read("domains:example.org", "off").write).toEqual([
    "EMAIL_VERIFICATION=required",
    "SIGN_UP=invitation",
  ]);
});
