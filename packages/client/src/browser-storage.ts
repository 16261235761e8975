/**
 * What the client leaves in the browser: one mark that says whether there is anything to restore, under the site's key,
 * and drafts of the reader under keys that begin with `<site's key>:`. No token and no identity is ever written here.
 */
export interface BrowserStorage {
  /** `restore`: a session may exist. `sign-out`: one must still be ended at the server. */
  readonly readMark: () => "restore" | "sign-out" | null;
  readonly writeMark: (mark: "restore" | "sign-out" | null) => void;
  /** Removes every draft of this site in this tab and on this device. */
  readonly wipeDrafts: () => void;
}

const marks = { restore: "1", "sign-out": "0" } as const;

/** @param storageKey - names the site, so that two books on one origin stay apart */
export function createBrowserStorage(storageKey: string): BrowserStorage {
  return {
    readMark() {
      const value = attempt(() => localStorage.getItem(storageKey));
      if (value === marks.restore) return "restore";
      return value === marks["sign-out"] ? "sign-out" : null;
    },
    writeMark(mark) {
      attempt(() =>
        mark === null ? localStorage.removeItem(storageKey) : localStorage.setItem(storageKey, marks[mark]),
      );
    },
    wipeDrafts() {
      for (const area of [() => localStorage, () => sessionStorage]) {
        attempt(() => {
          const storage = area();
          const drafts = Object.keys(storage).filter((key) => key.startsWith(`${storageKey}:`));
          for (const key of drafts) storage.removeItem(key);
        });
      }
    },
  };
}

// Storage is missing on a server and throws where a browser blocks it; a reader can sign in for the visit all the same.
function attempt<Result>(action: () => Result): Result | null {
  try {
    return action();
  } catch {
    return null;
  }
}
