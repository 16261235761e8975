import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { waitUntil } from "../../../../scripts/wait-until.ts";

const entry = join(import.meta.dirname, "../../bin/bookplate.mjs");

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Starts the real command, with nothing of this process's environment but what finds programs.
 *
 * @param input - a line of its standard input
 */
export function spawnCommand(
  given: readonly string[],
  directory: string,
  settings: Record<string, string>,
  input = "",
) {
  const child = spawn(process.execPath, [entry, ...given], {
    cwd: directory,
    env: { PATH: process.env.PATH, LOG_LEVEL: "fatal", ...settings },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A command that has ended without reading it is no failure.
  child.stdin.on("error", () => {}).end(input);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const result: Promise<CommandResult> = once(child, "close").then(([code]) => ({
    code: code as number | null,
    stdout,
    stderr,
  }));
  return { child, result };
}

/**
 * Runs the real command on a terminal of its own, as somebody sits at it. `script` comes with every Debian and with macOS.
 *
 * @param dialogue - waits for each text to be shown, and types what belongs to it
 * @returns all that was to be seen
 */
export async function runOnTerminal(
  given: readonly string[],
  directory: string,
  settings: Record<string, string>,
  dialogue: readonly (readonly [shown: string, typed: string])[],
): Promise<{ code: number | null; screen: string }> {
  const command = [process.execPath, entry, ...given].map((part) => `'${part}'`).join(" ");
  // A new terminal has no width, and would be drawn on letter by letter.
  const line = `stty columns 200; ${command}`;
  const how =
    process.platform === "darwin" ? ["-q", "/dev/null", "sh", "-c", line] : ["-qec", line, "/dev/null"];
  const child = spawn("script", how, {
    cwd: directory,
    env: { PATH: process.env.PATH, LOG_LEVEL: "fatal", TERM: "xterm", ...settings },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let screen = "";
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
  });
  const ended = once(child, "close");
  try {
    let seen = 0;
    for (const [shown, typed] of dialogue) {
      const at = await waitUntil(`the terminal shows "${shown}"`, 60_000, async () => {
        const found = screen.indexOf(shown, seen);
        return found < 0 ? undefined : found;
      });
      seen = at + shown.length;
      child.stdin.write(`${typed}\r`);
    }
    const [code] = await ended;
    return { code: code as number | null, screen };
  } finally {
    child.kill();
  }
}

/** Runs a command to its end in one directory, with its data there as well. */
export const commandIn =
  (directory: string, settings: Record<string, string> = {}) =>
  (...given: string[]): Promise<CommandResult> =>
    spawnCommand(given, directory, settings).result;
