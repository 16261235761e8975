import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { english, loadTerminal } from "@bookplate/messages/terminal";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { commandIn, spawnCommand } from "./support/command.ts";
import { answerInTerminal } from "./support/terminal.ts";

const book = join(import.meta.dirname, "book");
const readyTimeoutMs = 120_000;
/** Each command is a process of its own that brings the whole database up. */
const timeout = 300_000;
const stack = /\bat .*:\d+:\d+/;

let directory: string;
let bookplate: ReturnType<typeof commandIn>;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "bp-cli-"));
  bookplate = commandIn(directory, { BOOK_DIR: book });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("help names every command with examples, and a mistyped one is wrong usage", async () => {
  const help = await bookplate("--help");
  expect(help.code).toBe(0);
  for (const word of ["serve", "migrate", "index", "doctor", "reset", "Examples:", "Exit codes:"])
    expect(help.stdout).toContain(word);
  const mistyped = await bookplate("migrat");
  expect(mistyped).toEqual({
    code: 2,
    stdout: "",
    stderr: 'There is no command "migrat". bookplate --help lists them.\n',
  });
  expect((await bookplate("migrate", "--nonsense")).code).toBe(2);
});

test("commands and refusals speak the language of the locale; what programs read stays English", {
  timeout,
}, async () => {
  const inGerman = commandIn(directory, { BOOK_DIR: book, LC_ALL: "de_DE.UTF-8" });
  const { doctor, help } = await loadTerminal("de");
  expect((await inGerman("--help")).stdout).toContain(help.titles.commands);
  expect(await inGerman("migrat")).toMatchObject({
    code: 2,
    stderr: `${help.noSuchCommand({ name: "migrat" })}\n`,
  });
  expect(await inGerman("doctor", "--nonsense")).toMatchObject({
    code: 2,
    stderr: `${help.noSuchOption({ name: "--nonsense" })}\n`,
  });
  expect((await inGerman("doctor")).stdout).toContain(doctor.settingsFine);
  expect((await inGerman("doctor", "--json")).stdout).toContain(english.doctor.settingsFine);

  const refused = await commandIn(directory, { PORT: "none", LANG: "ar_EG.UTF-8" })("serve");
  const { failures, settings } = await loadTerminal("ar");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(failures.settings);
  expect(refused.stderr).toMatch(new RegExp(`${settings.write} +PORT=7860`));
});

describe("without a running server, commands open the embedded database themselves", () => {
  test("migrations are listed, taken back and applied again", { timeout }, async () => {
    await bookplate("migrate", "up");
    const status = async () =>
      (
        JSON.parse((await bookplate("migrate", "status", "--json")).stdout) as {
          migrations: { name: string; appliedAt: string | null }[];
        }
      ).migrations;
    const all = await status();
    expect(all.length).toBeGreaterThan(0);
    expect(all.every(({ appliedAt }) => appliedAt !== null)).toBe(true);
    expect((await bookplate("migrate", "down", "0")).code).toBe(0);
    expect((await status()).every(({ appliedAt }) => appliedAt === null)).toBe(true);
    const first = all[0]?.name ?? "";
    expect((await bookplate("migrate", "up", "0001")).stdout).toContain(first);
    expect((await status()).filter(({ appliedAt }) => appliedAt !== null).map(({ name }) => name)).toEqual([
      first,
    ]);
    const unknown = await bookplate("migrate", "up", "9999");
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/^There is no migration "9999"/);
    expect(unknown.stderr).not.toMatch(stack);
    await bookplate("migrate", "up");
  });

  test("a built book is indexed; a directory without one is refused", { timeout }, async () => {
    const indexed = await bookplate("index", book, "--json");
    expect(JSON.parse(indexed.stdout)).toMatchObject({ directory: book, pages: 3 });
    const refused = await bookplate("index", directory, "--json");
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toHaveProperty("error");
    expect(refused.stderr).toBe("");
  });
});

test("a running server is asked through a socket that is its user's alone, and keeps its database", {
  timeout,
}, async () => {
  const port = await findFreePort();
  const settings = { BOOK_DIR: book, PORT: String(port) };
  const server = spawnCommand(["serve", "--json"], directory, settings);
  const command = commandIn(directory, settings);
  const socket = join(directory, "data", "bookplate.sock");
  await waitUntil("the socket", readyTimeoutMs, async () => existsSync(socket) || undefined);
  expect(statSync(socket).mode & 0o777).toBe(0o600);

  expect((await command("migrate", "status")).code).toBe(0);
  expect(JSON.parse((await command("index", "--json")).stdout)).toMatchObject({ pages: 3 });
  const doctor = JSON.parse((await command("doctor", "--json")).stdout) as {
    healthy: boolean;
    findings: { group: string; found: string }[];
  };
  expect(doctor.healthy).toBe(true);
  expect(doctor.findings.find(({ group }) => group === "lock")?.found).toContain("a server runs");

  const down = await command("migrate", "down");
  expect(down.code).toBe(1);
  expect(down.stderr).toMatch(/^A server is running/);
  const reset = await command("reset", "--yes");
  expect(reset.code).toBe(1);
  expect(reset.stderr).toContain("is in use by process");
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);

  server.child.kill("SIGTERM");
  const { code, stdout } = await server.result;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ book: `http://localhost:${port}/`, migrationsApplied: 0 });
  expect(existsSync(socket)).toBe(false);
});

test("in a terminal, reset asks, and deletes after a yes alone", { timeout }, async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "bp-reset-"));
  const data = join(elsewhere, "data");
  try {
    await commandIn(elsewhere, { BOOK_DIR: book })("migrate", "up");
    mkdirSync(join(data, "mailbox"));
    writeFileSync(join(data, "mailbox", "a-letter.json"), "{}");
    const whole = readdirSync(data).sort();
    const answer = (keys: string) =>
      answerInTerminal(["reset"], {
        directory: elsewhere,
        question: english.commands.resetAsks({ directory: data }),
        keys,
      });
    // Enter takes what is chosen, which is no; the last one is Ctrl+C.
    for (const keys of ["n", "\r", "\u0003"]) {
      const { code, screen } = await answer(keys);
      expect({ keys, code }).toEqual({ keys, code: 1 });
      expect(screen).toContain(english.commands.resetCancelled);
      expect(screen).not.toMatch(stack);
      expect(readdirSync(data).sort()).toEqual(whole);
    }
    const { code, screen } = await answer("y");
    expect(code).toBe(0);
    expect(screen).toContain(english.commands.resetDone({ directory: data }));
    expect(readdirSync(data)).toEqual(["secret"]);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

test("reset asks for a yes, then deletes database and letters and keeps the secret", {
  timeout,
}, async () => {
  const asked = await bookplate("reset");
  expect(asked.code).toBe(1);
  expect(asked.stderr).toContain("--yes");
  expect(existsSync(join(directory, "data", "pglite"))).toBe(true);
  expect((await bookplate("reset", "--yes")).code).toBe(0);
  expect(readdirSync(join(directory, "data"))).toEqual(["secret"]);
});

test("reset never touches a Postgres", async () => {
  const { code, stderr } = await commandIn(directory, { DATABASE_URL: "postgres://me@127.0.0.1:1/book" })(
    "reset",
    "--yes",
  );
  expect(code).toBe(1);
  expect(stderr).toContain("Nothing was deleted");
});

describe("doctor", () => {
  test("names every setting that is wrong, with the line to write, and exits with 1", async () => {
    const production = commandIn(directory, { BOOKPLATE_ENV: "production" });
    const { code, stdout } = await production("doctor");
    expect(code).toBe(1);
    for (const setting of ["PUBLIC_URL", "BOOKPLATE_SECRET", "SMTP_URL"])
      expect(stdout).toMatch(new RegExp(`fail  settings  ${setting}: .*\n      why .*\n      write`));
    expect(stdout).not.toContain("\u001b");
  });

  const production = {
    BOOKPLATE_ENV: "production",
    BOOKPLATE_SECRET: "Jx7Wq2ZrT9uYbN4mXc6LpD1sGfHjA8eR3tVk",
    MAIL_FROM: "book@example.org",
  };

  test("says that a host which many share cannot have book and API under two names", async () => {
    const { code, stdout } = await commandIn(directory, {
      ...production,
      SMTP_URL: "smtp://127.0.0.1:9",
      PUBLIC_URL: "https://alice-api.github.io",
      BOOK_URL: "https://alice.github.io",
    })("doctor", "--json");
    expect(code).toBe(1);
    const { what, why } = english.settings.sharedHost({
      value: "https://alice.github.io",
      suffix: "github.io",
    });
    expect(JSON.parse(stdout).findings).toEqual([
      {
        group: "settings",
        status: "fail",
        found: `BOOK_URL: ${what}`,
        why,
        write: ["PUBLIC_URL=https://alice.github.io"],
      },
    ]);
  });

  test("finds a book that was built for this machine, before readers do", { timeout }, async () => {
    const site = mkdtempSync(join(tmpdir(), "bp-site-"));
    cpSync(book, site, { recursive: true });
    const port = await findFreePort();
    const doctor = commandIn(site, {
      ...production,
      BOOK_DIR: site,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      PUBLIC_URL: `https://127.0.0.1:${port}`,
    });
    const aboutBook = async () => {
      const { findings } = JSON.parse((await doctor("doctor", "--json")).stdout) as {
        findings: { group: string; status: string; found: string }[];
      };
      return findings.filter(({ group }) => group === "book").map(({ status, found }) => [status, found]);
    };
    try {
      const fine = ["ok", english.doctor.bookFine({ count: 3 })];
      expect(await aboutBook()).toEqual([fine]);
      const home = join(site, "build", "index.html");
      appendFileSync(home, `<script>const serverUrl = "http://localhost:7860";</script>`);
      expect(await aboutBook()).toEqual([fine, ["fail", english.doctor.localhostInBook]]);
    } finally {
      rmSync(site, { recursive: true, force: true });
    }
  });

  test("names what is nearly a setting, as a start does, which goes on", { timeout }, async () => {
    const misspelt = commandIn(directory, {
      DATABSE_URL: "postgres://me:hunter2@db.example.org/book",
      PORT: "none",
    });
    const { stdout } = await misspelt("doctor", "--json");
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({ group: "settings", status: "warn", write: ["DATABASE_URL=…"] }),
    );
    const { stderr } = await misspelt("serve");
    expect(stderr).toMatch(/^DATABSE_URL: is not a setting.*DATABASE_URL=…\n/);
    // What is wrong stops it; what is only misspelt has not.
    expect(stderr).toContain("PORT=7860");
    expect(stdout + stderr).not.toContain("hunter2");
  });

  test("says why a mail server or a Redis that does not answer matters, without its password", async () => {
    const port = await findFreePort();
    const { code, stdout } = await commandIn(directory, {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      REDIS_URL: `redis://:hunter2@127.0.0.1:${port}`,
      MAIL_FROM: "book@example.org",
      BOOK_DIR: book,
    })("doctor", "--json");
    expect(code).toBe(1);
    expect(stdout).not.toContain("hunter2");
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({
        group: "limits",
        status: "warn",
        found: expect.stringContaining("ECONNREFUSED"),
        why: english.doctor.redisFailsWhy,
      }),
    );
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({ group: "mail", status: "fail", why: expect.any(String) }),
    );
  });
});
