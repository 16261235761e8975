import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { waitUntil } from "../../../../scripts/wait-until.ts";

const entry = join(import.meta.dirname, "../../bin/bookplate.mjs");
const answerTimeoutMs = 120_000;

/** Somebody who runs a command in a terminal, reads what it asks and presses a key. */
export async function answerInTerminal(
  given: readonly string[],
  { directory, question, keys }: { directory: string; question: string; keys: string },
): Promise<{ code: number | null; screen: string }> {
  // Wide, so that no line is broken.
  const command = `stty columns 300; exec ${[process.execPath, entry, ...given].map((word) => `'${word}'`).join(" ")}`;
  // `script` (bsdutils, which every Debian has) makes the terminal and passes on the exit code.
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: directory,
    env: { PATH: process.env.PATH, LOG_LEVEL: "fatal", TERM: "xterm" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  let screen = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
  });
  try {
    await waitUntil(`the question "${question}"`, answerTimeoutMs, async () => {
      return stripVTControlCharacters(screen).includes(question) || undefined;
    });
  } catch (error) {
    child.kill();
    throw error;
  }
  child.stdin.write(keys);
  const [code] = await closed;
  return { code: code as number | null, screen: stripVTControlCharacters(screen) };
}
