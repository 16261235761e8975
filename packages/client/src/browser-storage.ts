/**
 * What the client leaves in the browser: one mark that says whether there is anything to restore, under the site's key,
 * and drafts of the reader under keys that begin with `<site's key>:`. No token and no identity is ever written here.
 * The server's own hint, a cookie, counts as that mark where there is none: a browser may have cleared one of the two.
 */
export interface BrowserStorage {
  /** `restore`: a session may exist. `sign-out`: one must still be ended at the server. */
  readonly readMark: () => "restore" | "sign-out" | null;
  readonly writeMark: (mark: "restore" | "sign-out" | null) => void;
  /** Removes every draft of this site in this tab and on this device. */
  readonly wipeDrafts: () => void;
}

const marks = { restore: "1", "sign-out": "0" } as const;

/** Set by the server beside its refresh cookie, which no script can read; the first name is for https. */
const hintNames = ["__Host-bookplate-hint", "bookplate-hint"];

const hasHint = () =>
  document.cookie.split("; ").some((pair) => hintNames.some((name) => pair.startsWith(`${name}=`)));

/** Where a browser has no cookie store the hint stays until it expires, and costs one refresh per visit. */
function removeHint(): void {
  for (const name of hintNames) void globalThis.cookieStore?.delete(name).catch(() => {});
}

/** @param storageKey - names the site, so that two books on one origin stay apart */
export function createBrowserStorage(storageKey: string): BrowserStorage {
  return {
    readMark() {
      const value = attempt(() => localStorage.getItem(storageKey));
      if (value === marks.restore) return "restore";
      if (value === marks["sign-out"]) return "sign-out";
      return attempt(hasHint) ? "restore" : null;
    },
    writeMark(mark) {
      if (mark === null) attempt(removeHint);
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
