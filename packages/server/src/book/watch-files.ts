import { type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles, readPages } from "./pages.ts";

/** Editors and builds write in bursts; one look at the end of a burst is enough. */
const quietMs = 300;

/**
 * Calls `onChange` after files of the book have changed. Directories are watched rather than files, and
 * anew after every change, because editors replace files and builds replace directories.
 *
 * @returns what ends it, when a change that is being worked on is done
 */
export function watchFiles(directory: string, onChange: () => Promise<void>): () => Promise<void> {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let stopped = false;

  const closeWatchers = () => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const changed = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(settle, quietMs);
  };
  const settle = () => {
    // A change that comes while one is being worked on waits for its end.
    working = (working ?? Promise.resolve())
      .then(openWatchers)
      .then(() => (stopped ? undefined : onChange()))
      .catch(() => {});
  };
  const openWatchers = async () => {
    const directories = await findDirectories(directory);
    closeWatchers();
    if (stopped) return;
    for (const path of directories) {
      const watcher = watchDirectory(path, changed);
      if (watcher) watchers.push(watcher);
    }
  };

  // Whatever changed between the first index and this moment is found by looking once more.
  settle();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await working;
    closeWatchers();
  };
}

function watchDirectory(path: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(path, { persistent: false }, changed);
    watcher.on("error", changed);
    return watcher;
  } catch {
    // It does not exist right now; the directory above tells when it does.
    return undefined;
  }
}

async function findDirectories(directory: string): Promise<Set<string>> {
  const sources = (await readPages(directory)) ?? [];
  const directories = new Set([directory]);
  for (const file of [...(await listFiles(directory)), ...sources.map(({ source }) => source)]) {
    for (
      let path = dirname(file);
      path !== "." && !directories.has(join(directory, path));
      path = dirname(path)
    ) {
      directories.add(join(directory, path));
      if (path.endsWith("..")) break;
    }
  }
  return directories;
}
