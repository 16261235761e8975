import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { toMailboxLetter, translateLetter } from "../mailbox-letter.ts";
import type { OutgoingLetter } from "../outgoing-letter.ts";
import { openMailbox } from "./mailbox.ts";

const clock = { now: () => new Date("2026-11-21T10:00:00Z") };

let directory: string;
const files = () => readdirSync(join(directory, "mailbox"));

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-mailbox-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function letter(id: string): OutgoingLetter {
  return {
    id,
    kind: "already-registered",
    letter: {
      kind: "already-registered",
      to: "alice@example.org",
      language: "en",
      loginUrl: "http://localhost:7860/login",
    },
    from: { name: "Physical AI", address: "book@example.org", book: "Physical AI" },
    to: "alice@example.org",
    attempt: 1,
    subject: "You already have an account",
    html: "<p>Hello</p>",
    text: "Hello",
    language: "en",
    links: ["http://localhost:7860/login"],
    code: null,
    unsubscribeUrl: null,
  };
}

const idsOf = (letters: readonly { id: string }[]) => letters.map(({ id }) => id);

test("a letter is there, with everything that a page or a test needs", async () => {
  const mailbox = openMailbox({ directory, clock });
  await mailbox.send(letter("one"));
  expect((await mailbox.list()).map(toMailboxLetter)).toEqual([
    {
      id: "one",
      at: "2026-11-21T10:00:00.000Z",
      to: "alice@example.org",
      subject: "You already have an account",
      kind: "already-registered",
      text: "Hello",
      html: "<p>Hello</p>",
      links: ["http://localhost:7860/login"],
      code: null,
      headers: {
        From: "Physical AI <book@example.org>",
        To: "alice@example.org",
        Subject: "You already have an account",
        Date: "Sat, 21 Nov 2026 10:00:00 GMT",
        "Message-ID": "<one@example.org>",
        "Content-Language": "en",
        "Auto-Submitted": "auto-generated",
      },
    },
  ]);
});

test("letters are there after a restart, newest first, for the owner of the process alone", async () => {
  const mailbox = openMailbox({ directory, clock });
  await Promise.all([mailbox.send(letter("1")), mailbox.send(letter("2"))]);
  await mailbox.close();
  expect(idsOf(await openMailbox({ directory, clock }).list())).toEqual(["2", "1"]);
  expect(statSync(join(directory, "mailbox")).mode & 0o777).toBe(0o700);
  for (const name of files()) expect(statSync(join(directory, "mailbox", name)).mode & 0o777).toBe(0o600);
});

test("what a killed process left half written costs no other letter", async () => {
  const mailbox = openMailbox({ directory, clock });
  await mailbox.send(letter("1"));
  mkdirSync(join(directory, "mailbox"), { recursive: true });
  writeFileSync(join(directory, "mailbox", "2.json.begun"), '{"id":"2","at":"2026-');
  writeFileSync(join(directory, "mailbox", "3.json"), '{"id":"3","at":"2026-');
  await mailbox.send(letter("4"));
  expect(idsOf(await mailbox.list())).toEqual(["4", "1"]);
});

test("servers that share a data directory keep each other's letters", async () => {
  const mailboxes = Array.from({ length: 10 }, () => openMailbox({ directory, clock }));
  await Promise.all(mailboxes.map((mailbox, index) => mailbox.send(letter(String(index)))));
  const ids = mailboxes.map((_, index) => String(index)).reverse();
  for (const mailbox of mailboxes) expect(idsOf(await mailbox.list())).toEqual(ids);
});

test("a letter that is sent again is one letter", async () => {
  const mailbox = openMailbox({ directory, clock });
  await Promise.all([mailbox.send(letter("1")), mailbox.send(letter("1"))]);
  expect(await mailbox.list()).toHaveLength(1);
  expect(files()).toEqual(["1.json"]);
});

test("the newest 200 letters stay", async () => {
  const mailbox = openMailbox({ directory, clock });
  const ids = Array.from({ length: 230 }, (_, index) => String(1000 + index));
  for (const id of ids) await mailbox.send(letter(id));
  expect(idsOf(await mailbox.list())).toEqual(ids.slice(30).reverse());
  expect(files()).toHaveLength(200);
});

test("a mailbox that was cleared away is an empty one", async () => {
  const mailbox = openMailbox({ directory, clock });
  await mailbox.send(letter("1"));
  rmSync(join(directory, "mailbox"), { recursive: true });
  expect(await mailbox.list()).toEqual([]);
  await mailbox.send(letter("2"));
  expect(idsOf(await mailbox.list())).toEqual(["2"]);
});

test("a caught letter can be read in every language", async () => {
  const mailbox = openMailbox({ directory, clock });
  await mailbox.send(letter("1"));
  const [caught] = await mailbox.list();
  if (!caught) throw new Error("The mailbox is empty.");
  expect((await translateLetter(caught, "de")).html).toContain('lang="de"');
  expect((await translateLetter(caught, "ar")).html).toContain('dir="rtl"');
});
