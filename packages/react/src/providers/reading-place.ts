// Where the reader was when they left for a provider, so that they come back to what they were reading.

const keyOf = (storageKey: string) => `${storageKey}:reading-place`;

export function keepReadingPlace(storageKey: string, loginPage: string): void {
  // From the page for signing in there is nothing to come back to.
  if (location.pathname === new URL(loginPage, location.href).pathname) return;
  try {
    sessionStorage.setItem(keyOf(storageKey), location.pathname + location.search + location.hash);
  } catch {
    // The reader then comes back to the page for signing in.
  }
}

export function takeReadingPlace(storageKey: string): string | null {
  try {
    const place = sessionStorage.getItem(keyOf(storageKey));
    sessionStorage.removeItem(keyOf(storageKey));
    return place;
  } catch {
    return null;
  }
}
