/** Runs an action when the page has nothing better to do. @returns calls it off */
export function whenIdle(action: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(action, { timeout: 2_000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(action, 50);
  return () => clearTimeout(id);
}

/** Milliseconds to wait after so many failures in a row: doubling, at most a minute, spread so that tabs fall out of step. */
export function backOff(failures: number): number {
  return Math.min(60_000, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2);
}
