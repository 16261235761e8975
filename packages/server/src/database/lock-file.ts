import { mkdir, open, readFile, rm } from "node:fs/promises";
import { OperatorRefusal } from "../operator-refusal.ts";

/** Another process has the embedded database open. */
export class DirectoryLockedError extends OperatorRefusal {
  constructor(directory: string, pid: number) {
    super((words) => words.failures.locked({ directory, pid }));
  }
}

export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * One process per directory, by a file beside it that names the process. A file left behind by a
 * killed process is recognised, because no process has its number any more, and replaced.
 *
 * @throws {DirectoryLockedError}
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true });
  const file = `${directory}.lock`;
  for (;;) {
    try {
      const handle = await open(file, "wx", 0o600);
      await handle.writeFile(identity(process.pid, await startedAt(process.pid)));
      await handle.close();
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await readFile(file, "utf8").catch(() => "");
    const pid = Number.parseInt(holder, 10);
    if (Number.isInteger(pid) && isAlive(pid) && holder === identity(pid, await startedAt(pid))) {
      throw new DirectoryLockedError(directory, pid);
    }
    await rm(file, { force: true });
  }
}

function identity(pid: number, started: string): string {
  return `${pid} ${started}\n`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, as another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Numbers are used again, in containers at once; the start time (Linux) tells two holders of one number apart. */
async function startedAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The command, in parentheses, may hold spaces; the start time is the 20th field after it.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "unknown";
}
