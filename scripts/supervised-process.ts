import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs the command until it ends or standard input closes, which also happens when the tests are killed in whatever
 * way. Then the directory goes. Ctrl+C is left to the tests: they close standard input in their own order. The shell
 * itself says nothing: writing to tests that are gone would end it before its work is done.
 */
const supervisor = `
signal=$1 directory=$2
shift 2
trap '' INT TERM HUP
exec 3<&0
"$@" </dev/null & command=$!
exec >/dev/null 2>&1
(cat; kill -s "$signal" $command) <&3 & watcher=$!
wait $command
kill $watcher 2>/dev/null
rm -rf "$directory"
`;

/** A process that cannot outlive the tests that started it. */
export interface SupervisedProcess {
  /** What it has written so far, to standard output and standard error. */
  output: () => string;
  hasEnded: () => boolean;
  /** Ends the process and removes its directory; later calls do nothing more. */
  stop: () => Promise<void>;
}

export interface SupervisedProcessOptions {
  /** Where the process works and keeps its data; removed at its end. */
  directory: string;
  /** What asks it to close cleanly, without `SIG`. */
  stopSignal: "INT" | "TERM";
  environment?: NodeJS.ProcessEnv;
  user?: { uid?: number; gid?: number };
}

/** Starts a process for tests, in a process group of its own. */
export function startSupervised(command: string[], options: SupervisedProcessOptions): SupervisedProcess {
  const { directory, stopSignal, environment, user } = options;
  const child = spawn("sh", ["-c", supervisor, "sh", stopSignal, directory, ...command], {
    ...user,
    cwd: directory,
    detached: true,
    env: environment ?? process.env,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return {
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
