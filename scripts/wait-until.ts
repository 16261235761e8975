const pollIntervalMs = 50;

/**
 * Asks again and again until the answer is there.
 *
 * @param ask - undefined means not yet; an error ends the waiting
 * @throws {Error} with `what` when the time is over
 */
export async function waitUntil<Answer>(
  what: string,
  timeoutMs: number,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not after ${timeoutMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, pollIntervalMs));
  }
}
