import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";

const main = join(import.meta.dirname, "../src/main.ts");
const readyTimeoutMs = 120_000;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-start-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The real process, with nothing of this one's environment but what finds programs. */
function start(settings: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    cwd: directory,
    env: { PATH: process.env.PATH, BOOKPLATE_DATA_DIR: join(directory, "data"), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, ended, output: () => output };
}

/** Starts what must not start. */
async function refusal(settings: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { ended, output } = start(settings);
  return { code: await ended, output: output() };
}

describe("a start that cannot succeed says why in a sentence, without a stack, and exits with 1", () => {
  test("the port that was asked for is busy", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { code, output } = await refusal({ PORT: String(port) });
    other.close();
    expect({ code, output }).toEqual({
      code: 1,
      output: `Port ${port} is in use. Stop what listens there, or choose another with PORT.\n`,
    });
  });

  test("the database of places is none", async () => {
    const file = join(directory, "places.mmdb");
    writeFileSync(file, "This is a text.");
    const { code, output } = await refusal({ PLACE_DATABASE: file });
    expect(code).toBe(1);
    expect(output).toContain(`PLACE_DATABASE names ${file}`);
    expect(output).not.toMatch(/^\s+at /m);
  });

  test("the data directory cannot be written", async () => {
    const file = join(directory, "a-file");
    writeFileSync(file, "");
    const { code, output } = await refusal({ BOOKPLATE_DATA_DIR: join(file, "data") });
    expect(code).toBe(1);
    expect(output).toContain("BOOKPLATE_DATA_DIR");
    expect(output).toContain("cannot be written");
    expect(output).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test("several settings are wrong: all are named, with what to write", async () => {
    const { code, output } = await refusal({ BOOKPLATE_ENV: "production", PORT: "none" });
    expect(code).toBe(1);
    for (const setting of ["PORT", "PUBLIC_URL", "BOOKPLATE_SECRET", "SMTP_URL"])
      expect(output).toContain(`${setting}: `);
    expect(output).toContain("write  PUBLIC_URL=https://");
  });

  test("the database does not answer", async () => {
    const port = await findFreePort();
    const { code, output } = await refusal({ DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/book` });
    expect(code).toBe(1);
    expect(output).toMatch(/^The database in DATABASE_URL cannot be reached/);
    expect(output).not.toContain("hunter2");
  });
});

test("a server serves book, API, keys and mailbox, keeps a second process away, and closes cleanly", {
  timeout: 300_000,
}, async () => {
  const port = await findFreePort();
  const server = start({ PORT: String(port) });
  const url = `http://localhost:${port}`;
  await waitUntil("the server is ready", readyTimeoutMs, async () => {
    if (server.child.exitCode !== null) throw new Error(server.output());
    // Nobody listens at first.
    return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok || undefined;
  });
  await waitUntil(
    "the screen",
    readyTimeoutMs,
    async () => server.output().includes("Ready in") || undefined,
  );
  const screen = server.output();
  expect(screen.split("\n").length).toBeLessThanOrEqual(30);
  for (const line of screen.split("\n")) expect(line.length).toBeLessThanOrEqual(80 + directory.length);
  expect(screen).toContain(`${url}/dev/mail`);
  for (const path of [
    "/healthz",
    "/.well-known/jwks.json",
    "/api/v1/openapi.json",
    "/api/docs",
    "/dev/mail",
    "/dev/mail.json",
  ]) {
    expect((await fetch(url + path)).status, path).toBe(200);
  }

  const second = await refusal({ PORT: String(await findFreePort()) });
  expect(second.code).toBe(1);
  expect(second.output).toMatch(/^The embedded database in .* is in use by process \d+\./);

  server.child.kill("SIGINT");
  expect(await server.ended).toBe(0);
  expect(server.output().slice(screen.length)).toBe("");

  const otherSecret = await refusal({
    PORT: String(port),
    BOOKPLATE_SECRET: "2:kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz",
  });
  expect(otherSecret.code).toBe(1);
  expect(otherSecret.output).toMatch(/^BOOKPLATE_SECRET does not list the secret with the id "1"/);

  // What a killed process leaves behind keeps nobody away.
  writeFileSync(join(directory, "data/pglite.lock"), "1999999 1\n");
  const third = start({ PORT: String(port) });
  await waitUntil(
    "the server is ready again",
    readyTimeoutMs,
    async () => third.output().includes("Ready in") || undefined,
  );
  // There is nothing new to say: a short screen.
  expect(third.output().split("\n").filter(Boolean).length).toBeLessThanOrEqual(8);
  // The link of the first start stays good.
  expect(third.output()).not.toContain("#k=");
  expect(third.output()).toContain(`${url}/dev/mail`);
  third.child.kill("SIGTERM");
  expect(await third.ended).toBe(0);
});

test("a default port that is busy is passed over, and the screen says so", async () => {
  const other = createServer();
  const blocked = await new Promise<boolean>((resolve) => {
    other.once("error", () => resolve(false));
    other.listen(7860, "127.0.0.1", () => resolve(true));
  });
  const data = join(directory, "moved");
  mkdirSync(data);
  chmodSync(data, 0o700);
  const server = start({ BOOKPLATE_DATA_DIR: data });
  await waitUntil(
    "the screen",
    readyTimeoutMs,
    async () => server.output().includes("Ready in") || undefined,
  );
  expect(server.output()).toContain("port 7860 is busy");
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  // Somebody else may have had the port already; then there is nothing of ours to give back.
  if (blocked) other.close();
});
