import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { english } from "@bookplate/messages/terminal";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser } from "./support/browser.ts";
import { commandIn, runOnTerminal, spawnCommand } from "./support/command.ts";
import { alice, bob } from "./support/people.ts";

const timeout = 300_000;
const settings = { LIMITS: "off", BCRYPT_COST: "10", EMAIL_VERIFICATION: "off" };
const claimLink = /^ {4}(http:\/\/localhost:\d+\/console\/claim#k=[\w-]{32})$/m;

let directory: string;
let url: string;
let server: ReturnType<typeof spawnCommand>;
let screen = "";
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bp-admin-"));
  const port = await findFreePort();
  url = `http://localhost:${port}`;
  server = spawnCommand(["serve"], directory, { ...settings, PORT: String(port) });
  server.child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
  });
  await waitUntil("the server is ready", timeout, async () => screen.includes("Ready in") || undefined);
}, timeout);
afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.result;
  rmSync(directory, { recursive: true, force: true });
});

const keyIn = (link: string) => new URLSearchParams(new URL(link).hash.slice(1)).get("k");
const claim = (key: string | null, session: SessionAnswer) =>
  createBrowser(url).post<SessionAnswer>("/admin/claim", { key }, session);

test("the first start shows a link that makes an administrator, the terminal prints another one and ends the first", {
  timeout,
}, async () => {
  const [, first = ""] = claimLink.exec(screen) ?? [];
  expect(screen.split("\n").length).toBeLessThanOrEqual(30);
  const printed = await commandIn(directory, { ...settings, PORT: new URL(url).port })(
    "admin",
    "link",
    "--json",
  );
  const second: { url: string } = JSON.parse(printed.stdout);
  const { body: session } = await createBrowser(url).post<SessionAnswer>("/auth/register", alice);
  expect((await claim(keyIn(first), session)).status).toBe(400);
  expect((await claim(keyIn(second.url), session)).body).toMatchObject({ account: { role: "admin" } });
});

test("bookplate admin bans beside a running server, whose tokens end at once, and takes a password from standard input", {
  timeout,
}, async () => {
  const run = commandIn(directory, settings);
  const { body: session } = await createBrowser(url).post<SessionAnswer>("/auth/register", bob);
  const banned = await run("admin", "ban", bob.email, "--reason", "spam", "--for", "7d");
  expect(banned).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("bob@example.org is banned until"),
  });
  expect((await createBrowser(url).get("/me", session)).body).toMatchObject({ code: "session-ended" });

  const carol = { email: "carol@example.org", password: "window copper lantern oak" };
  const made = spawnCommand(["admin", "create", "--email", carol.email], directory, settings, carol.password);
  expect(await made.result).toMatchObject({
    code: 0,
    stdout: "carol@example.org is an administrator now.\n",
  });
  expect((await createBrowser(url).post("/auth/login", carol)).body).toMatchObject({
    account: { role: "admin", name: "carol" },
  });
});

test("on a terminal bookplate admin create asks for a password twice, and shows it at no moment", {
  timeout,
}, async () => {
  const { password: first, passwordAgain: again, passwordsDiffer } = english.admin;
  const erin = { email: "erin@example.org", password: "window copper lantern oak" };
  const create = (second: string) =>
    runOnTerminal(["admin", "create", "--email", erin.email], directory, settings, [
      [first, erin.password],
      [again, second],
    ]);
  const mistyped = await create("window copper lantern oaks");
  expect(mistyped).toMatchObject({ code: 1, screen: expect.stringContaining(passwordsDiffer) });
  const made = await create(erin.password);
  expect(made).toMatchObject({
    code: 0,
    screen: expect.stringContaining("erin@example.org is an administrator now."),
  });
  for (const { screen } of [mistyped, made])
    for (const word of erin.password.split(" ")) expect(screen).not.toContain(word);
  expect((await createBrowser(url).post("/auth/login", erin)).body).toMatchObject({
    account: { role: "admin" },
  });
});
