import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { KeyReport } from "../src/cli/key-operations.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser } from "./support/browser.ts";
import { commandIn, spawnCommand } from "./support/command.ts";

const book = join(import.meta.dirname, "book");
const a = "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";
const b = "2:Yt5RmQ8wLz3KpXv7Nc1JhB6gFdSaE9uO4iWq";
const readyTimeoutMs = 120_000;
/** Each command is a process of its own. */
const timeout = 300_000;

let directory: string;
let port: number;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bp-keys-"));
  port = await findFreePort();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const settings = (secrets: string) => ({ BOOK_DIR: book, PORT: String(port), BOOKPLATE_SECRET: secrets });
const command = (secrets: string) => commandIn(directory, settings(secrets));

/** Serves with these secrets until `act` is done. */
async function whileServing(secrets: string, act: () => Promise<void>): Promise<void> {
  const server = spawnCommand(["serve"], directory, settings(secrets));
  try {
    const socket = join(directory, "data", "bookplate.sock");
    await waitUntil("the socket", readyTimeoutMs, async () => existsSync(socket) || undefined);
    await act();
  } finally {
    server.child.kill("SIGTERM");
    await server.result;
  }
}

const browser = () => createBrowser(`http://localhost:${port}`);
const newGuest = async () => (await browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;

test("the running server of an embedded database rotates and removes keys, and moves them to a new secret", {
  timeout,
}, async () => {
  await whileServing(a, async () => {
    const bookplate = command(a);
    const guest = await newGuest();
    const kid = decodeProtectedHeader(guest.accessToken).kid ?? "";
    const list = async () =>
      (JSON.parse((await bookplate("keys", "list", "--json")).stdout) as { keys: KeyReport[] }).keys;
    expect(await list()).toEqual([expect.objectContaining({ kid, state: "signs" })]);
    expect((await bookplate("keys", "rotate")).stdout).toMatch(/^Published .* signs from/);
    expect((await bookplate("keys", "rotate")).stdout).toContain("Nothing was changed");
    const [, next] = await list();
    expect(next?.state).toBe("next");

    const without = await bookplate("keys", "remove", kid);
    expect(without.code).toBe(1);
    expect(without.stderr).toContain("--yes");
    const unknown = await bookplate("keys", "remove", "nobody", "--yes");
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining("no signing key nobody") });
    const removed = await bookplate("keys", "remove", kid, "--yes");
    expect(removed.stdout).toContain(`${next?.kid} signs`);
    expect((await browser().get("/auth/session", { accessToken: guest.accessToken })).status).toBe(401);
    const { refreshToken } = guest;
    const renewed = await browser().post<SessionAnswer>("/auth/refresh", { refreshToken });
    expect(decodeProtectedHeader(renewed.body.accessToken).kid).toBe(next?.kid);
  });

  await whileServing(`${b},1:${a}`, async () => {
    const bookplate = command(`${b},1:${a}`);
    expect((await bookplate("keys", "reencrypt")).stdout).toContain("signing keys 1, letters 0");
    const { stdout } = await bookplate("keys", "secrets");
    expect(stdout).toMatch(/^2 {2}makes new tokens and keys\n(.*\n)*1 {2}accepted\n/);
    expect(stdout).toContain("sessions: 1");
  });

  const dropped = await command(b)("serve");
  expect(dropped).toMatchObject({ code: 1, stderr: expect.stringContaining('the id "1"') });
  expect(dropped.stderr).toContain("sessions: 1");

  // Without a server the command opens the database itself.
  const refused = await command(b)("keys", "forget", "1");
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("--yes") });
  const forgotten = await command(b)("keys", "forget", "1", "--yes", "--json");
  expect(JSON.parse(forgotten.stdout)).toEqual({ forgotten: "1", lost: [{ thing: "sessions", count: 1 }] });
  await whileServing(b, async () => {
    expect(
      (await browser().get("/auth/session", { accessToken: (await newGuest()).accessToken })).status,
    ).toBe(200);
  });
});
