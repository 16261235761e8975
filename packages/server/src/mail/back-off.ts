/** The letter's own count decides, so it survives a job that was lost. */
export const maxAttempts = 10;

/** Nine waits that double take about fourteen hours. */
const firstWaitMs = 100_000;

/**
 * How long to wait after an attempt that failed: twice as long each time, a quarter more or less by chance, so that
 * letters that failed together do not come back together.
 *
 * @param attempt - the one that failed, from 1
 * @param chance - from 0 to 1
 * @returns milliseconds
 */
export function waitAfter(attempt: number, chance: number = Math.random()): number {
  return Math.round(firstWaitMs * 2 ** (attempt - 1) * (0.75 + chance / 2));
}
