import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { languages } from "@bookplate/messages/languages";
import { loadTerminal } from "@bookplate/messages/terminal";
import { afterAll, describe, expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import type { ClaimNotice } from "./claim-notice.ts";
import { columnsOf } from "./columns.ts";
import { startScreen } from "./start-screen.ts";

const directory = mkdtempSync(join(tmpdir(), "bookplate-screen-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const config = {
  ...loadConfig({ BOOKPLATE_DATA_DIR: directory }),
  dataDirectory: join(process.cwd(), "data"),
};
const server = {
  database: `PGlite in ${process.cwd()}/data/pglite (PostgreSQL 18)`,
  migrationsApplied: 0,
  isNew: false,
  passages: 248,
};

const claim = { url: `http://localhost:7860/console/claim#k=${"7".repeat(32)}` };

describe.each(languages)("the start screen in %s", (language) => {
  async function screenOf(facts: {
    isNew: boolean;
    secretGenerated: boolean;
    portMoved: boolean;
    claim?: ClaimNotice;
  }) {
    const screen = startScreen({
      ...facts,
      config,
      server: { ...server, isNew: facts.isNew },
      startedInMs: 1234,
      words: await loadTerminal(language),
      stream: process.stdout,
    });
    return screen.split("\n");
  }

  test("has at most eight lines from the second start on, and says where everything is", async () => {
    const command = { url: null };
    const lines = await screenOf({ isNew: false, secretGenerated: true, portMoved: true, claim: command });
    expect(lines.filter(Boolean).length).toBeLessThanOrEqual(8);
    for (const path of ["/", "/dev/mail", "/api/docs"])
      expect(lines.join("\n")).toContain(`http://localhost:7860${path} `);
  });

  test("fits into 80 columns, with the places in one column", async () => {
    const lines = await screenOf({ isNew: true, secretGenerated: true, portMoved: true, claim });
    expect(lines.length).toBeLessThanOrEqual(30);
    for (const line of lines) expect(columnsOf(line), line).toBeLessThanOrEqual(80);
    const columns = lines
      .filter((line) => line.includes("http") && !line.includes("#k="))
      .map((line) => columnsOf(line.slice(0, line.indexOf("http"))));
    expect(new Set(columns).size).toBe(1);
  });

  test("shows the link for the first administrator on a line of its own, and in production a command for it", async () => {
    const facts = { secretGenerated: false, portMoved: false };
    const lines = await screenOf({ ...facts, isNew: true, claim });
    expect(lines.filter((line) => line.trim() === claim.url)).toHaveLength(1);
    for (const isNew of [true, false]) {
      const logged = (await screenOf({ ...facts, isNew, claim: { url: null } })).join("\n");
      expect(logged).not.toContain("#k=");
      expect(logged).toContain("npx bookplate admin link");
      expect((await screenOf({ ...facts, isNew })).join("\n")).not.toContain("admin");
    }
  });
});
