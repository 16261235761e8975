import { spawn } from "node:child_process";
import { constants } from "node:os";
import { repositoryRoot } from "./repository-paths.mjs";

/** @type {NodeJS.Signals[]} */
const forwardedSignals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a command in the foreground and passes on the signals that ask it to stop, so that it can close cleanly.
 *
 * A terminal sends Ctrl+C to the command as well; passing it on there would look like an impatient second one.
 *
 * @param {string} command
 * @param {string[]} commandArguments
 * @returns {Promise<number>} its exit code, or 128 + the signal that ended it, as a shell says it
 */
export function runUntilExit(command, commandArguments) {
  const child = spawn(command, commandArguments, { cwd: repositoryRoot, stdio: "inherit" });
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of forwardedSignals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const forwarded of forwardedSignals) process.removeListener(forwarded, forward);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
