import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OutgoingLetter } from "../outgoing-letter.ts";
import { openMailbox } from "./mailbox.ts";

let directory: string;
const clock = { now: () => new Date("2026-11-21T10:00:00Z") };
const path = () => join(directory, "mailbox.jsonl");
const lines = () => readFileSync(path(), "utf8").split("\n").filter(Boolean);

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-mailbox-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function letter(id: string): OutgoingLetter {
  return {
    id,
    kind: "verify-registration",
    from: { name: "Physical AI", address: "book@example.org", book: "Physical AI" },
    to: "alice@example.org",
    subject: "Confirm your address",
    html: "<p>Hello</p>",
    text: "Hello",
    language: "en",
    links: ["http://localhost:7860/verify#token=abc"],
    code: "12345678",
  };
}

test("a letter is there, with everything that a page or a test needs", async () => {
  const mailbox = await openMailbox({ directory, clock });
  await mailbox.send(letter("one"));
  expect(mailbox.list()).toEqual([
    {
      id: "one",
      at: "2026-11-21T10:00:00.000Z",
      to: "alice@example.org",
      subject: "Confirm your address",
      kind: "verify-registration",
      text: "Hello",
      html: "<p>Hello</p>",
      links: ["http://localhost:7860/verify#token=abc"],
      code: "12345678",
      headers: {
        From: "Physical AI <book@example.org>",
        To: "alice@example.org",
        Subject: "Confirm your address",
        Date: "Sat, 21 Nov 2026 10:00:00 GMT",
        "Message-ID": "<one@example.org>",
        "Content-Language": "en",
        "Auto-Submitted": "auto-generated",
      },
    },
  ]);
});

test("letters are there after a restart, newest first, for the owner of the process alone", async () => {
  const mailbox = await openMailbox({ directory, clock });
  await Promise.all([mailbox.send(letter("one")), mailbox.send(letter("two"))]);
  await mailbox.close();
  const reopened = await openMailbox({ directory, clock });
  expect(reopened.list().map(({ id }) => id)).toEqual(["two", "one"]);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
});

test("a file that others could read is closed to them at the next start", async () => {
  writeFileSync(path(), "", { mode: 0o644 });
  await openMailbox({ directory, clock });
  expect(statSync(path()).mode & 0o777).toBe(0o600);
});

test("a line that a killed process left half written costs that letter alone", async () => {
  const mailbox = await openMailbox({ directory, clock });
  await mailbox.send(letter("one"));
  appendFileSync(path(), '{"id":"two","at":"2026-');
  const reopened = await openMailbox({ directory, clock });
  await reopened.send(letter("three"));
  const again = await openMailbox({ directory, clock });
  expect(again.list().map(({ id }) => id)).toEqual(["three", "one"]);
});

test("servers that share a data directory and start at once do not get in each other's way", async () => {
  await (await openMailbox({ directory, clock })).send(letter("one"));
  const mailboxes = await Promise.all(Array.from({ length: 20 }, () => openMailbox({ directory, clock })));
  for (const mailbox of mailboxes) expect(mailbox.list().map(({ id }) => id)).toEqual(["one"]);
  expect(readdirSync(directory)).toEqual(["mailbox.jsonl"]);
});

test("a letter that is sent again is one letter", async () => {
  const mailbox = await openMailbox({ directory, clock });
  await Promise.all([mailbox.send(letter("one")), mailbox.send(letter("one"))]);
  expect(mailbox.list()).toHaveLength(1);
  expect(lines()).toHaveLength(1);
});

test("the newest 200 letters stay, and the file does not grow without end", async () => {
  const mailbox = await openMailbox({ directory, clock });
  for (let index = 1; index <= 450; index++) await mailbox.send(letter(String(index)));
  expect(mailbox.list()).toHaveLength(200);
  expect(mailbox.list()[0]?.id).toBe("450");
  expect(lines().length).toBeLessThanOrEqual(400);
  const reopened = await openMailbox({ directory, clock });
  expect(reopened.list().at(-1)?.id).toBe("251");
  expect(lines()).toHaveLength(200);
});

test("a letter that cannot be kept is reported, and the next one is kept", async () => {
  const mailbox = await openMailbox({ directory, clock });
  rmSync(directory, { recursive: true });
  await expect(mailbox.send(letter("one"))).rejects.toThrow();
  mkdirSync(directory);
  await mailbox.send(letter("two"));
  expect(mailbox.list().map(({ id }) => id)).toEqual(["two"]);
});
