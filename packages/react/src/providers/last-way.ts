// How this device was used to sign in last: the way's name and nothing else, also after signing out.

const keyOf = (storageKey: string) => `${storageKey}-last-way`;

/** @returns `password`, a provider's id, or `null` */
export function readLastWay(storageKey: string): string | null {
  try {
    return localStorage.getItem(keyOf(storageKey));
  } catch {
    return null;
  }
}

export function writeLastWay(storageKey: string, way: string): void {
  try {
    localStorage.setItem(keyOf(storageKey), way);
  } catch {
    // A badge is not worth a failure.
  }
}
