import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startSupervised } from "./supervised-process.ts";
import { waitUntil } from "./wait-until.ts";

const makeDirectory = () => mkdtempSync(join(tmpdir(), "bookplate-supervised-"));
/** Says its process id, and would run for ever. */
const endless = [process.execPath, "--eval", "console.log(process.pid); setInterval(() => {}, 1000)"];

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // The system knows no such process: that is the answer.
    return false;
  }
};

test("a stopped process is gone with its directory", async () => {
  const directory = makeDirectory();
  const supervised = startSupervised(endless, { directory, stopSignal: "TERM" });
  const pid = await waitUntil(
    "The process says its id",
    60_000,
    async () => Number(supervised.output()) || undefined,
  );
  await supervised.stop();
  await supervised.stop();
  expect(supervised.hasEnded()).toBe(true);
  expect(isRunning(pid)).toBe(false);
  expect(existsSync(directory)).toBe(false);
});

test("tests that are killed leave no process and no directory behind", async () => {
  const directory = makeDirectory();
  const tests = `
    import { startSupervised } from ${JSON.stringify(new URL("supervised-process.ts", import.meta.url).href)};
    const options = { directory: ${JSON.stringify(directory)}, stopSignal: "TERM" };
    const supervised = startSupervised(${JSON.stringify(endless)}, options);
    setInterval(() => supervised.output() && process.stdout.write(supervised.output()), 20);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", tests], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  const pid = Number.parseInt(String(said), 10);
  child.kill("SIGKILL");
  await waitUntil("Nothing is left", 60_000, async () =>
    isRunning(pid) || existsSync(directory) ? undefined : true,
  );
});
