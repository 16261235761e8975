/** The part of `Storage` that the panel needs. */
export type KeptStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

// A storage that is full, missing or forbidden costs what a reload would bring back, and nothing else.

export function findStorage(name: "sessionStorage" | "localStorage"): KeptStorage | null {
  try {
    // The getter itself throws where a browser forbids storage.
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}

export function readKept(storage: KeptStorage | null, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** @param value - `null` removes it */
export function writeKept(storage: KeptStorage | null, key: string, value: string | null): void {
  try {
    if (value === null) storage?.removeItem(key);
    else storage?.setItem(key, value);
  } catch {
    // As above.
  }
}
