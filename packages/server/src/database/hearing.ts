/** What was sent longer ago than this has arrived, or the node knows that it may have missed something. */
export const deafAfterMs = 1_000;

/**
 * Up to which moment a node knows what was sent, of a monotonic clock. Postgres delivers in the order of
 * commits: a beat that is heard proves that everything committed before the beat was sent has been heard,
 * unless something was missed meanwhile. Then beats count again once everything that is stored has been read.
 *
 * @param now - milliseconds
 */
export function createHearing(now: () => number = () => performance.now()) {
  let knownUntil = Number.NEGATIVE_INFINITY;
  /** The times when something may have been missed; the first is what was sent before the node started. */
  let gaps = 1;
  let closedGaps = 0;

  const hasGap = () => closedGaps !== gaps;
  const unknownForMs = () => now() - knownUntil;

  return {
    /** Whether something that was committed a second ago may be unknown. */
    isDeaf: () => unknownForMs() > deafAfterMs,
    unknownForMs,
    hasGap,

    missSomething(): void {
      gaps += 1;
    },

    /** A beat of this node was heard. */
    hearBeat(sentAt: number): void {
      if (!hasGap()) knownUntil = Math.max(knownUntil, sentAt);
    },

    /**
     * Before everything that is stored is read, while the node listens.
     *
     * @returns to be called when it has been read; what is missed in between is still missed
     */
    startReading(): () => void {
      const gap = gaps;
      return () => {
        closedGaps = gap;
      };
    },
  };
}
