import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

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

/** Runs a command to its end in one directory, with its data there as well. */
export const commandIn =
  (directory: string, settings: Record<string, string> = {}) =>
  (...given: string[]): Promise<CommandResult> =>
    spawnCommand(given, directory, settings).result;
