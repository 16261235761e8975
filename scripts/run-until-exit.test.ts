import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { runUntilExit } from "./run-until-exit.mjs";

const node = process.execPath;

test("a command's exit code is passed on, and a signal's as a shell says it", async () => {
  expect(await runUntilExit(node, ["--eval", "process.exit(3)"])).toBe(3);
  expect(await runUntilExit(node, ["--eval", 'process.kill(process.pid, "SIGTERM")'])).toBe(143);
});

test("a request to stop reaches the command, which closes in its own way", async () => {
  const command =
    'process.on("SIGTERM", () => process.exit(7)); setInterval(() => {}, 1000); console.log("up")';
  const runner = `
    import { runUntilExit } from ${JSON.stringify(new URL("run-until-exit.mjs", import.meta.url).href)};
    process.exitCode = await runUntilExit(process.execPath, ["--eval", ${JSON.stringify(command)}]);
  `;
  const child = spawn(node, ["--input-type=module", "--eval", runner], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([7, null]);
});
