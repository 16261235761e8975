/** So many of the last durations of a kind are remembered. */
const kept = 32;
/** More ways in which the passwords of one site are stored would be a surprise. */
const maxKinds = 64;

/**
 * Hashes of other costs and algorithms (imported ones, and ours from before a setting was changed) take
 * other times to check. A refusal waits until it has taken as long as one of the slowest kind that this process
 * has seen: a duration drawn from the last ones, so that neither the middle nor the spread tells which kind
 * an address has, or whether it has one.
 *
 * @param ownKind - of the hashes that are made today
 * @param random - from 0 to below 1
 */
export function createEvenTimes(ownKind: string, random: () => number = Math.random) {
  const own: number[] = [];
  /** The last durations by kind, in milliseconds. */
  const taken = new Map([[ownKind, own]]);

  return {
    /** Whether one of today's hashes has been checked already, so that there is something to be even with. */
    knowsOwn: (): boolean => own.length > 0,

    note(kind: string, tookMs: number): void {
      const durations = taken.get(kind);
      if (durations === undefined) {
        if (taken.size < maxKinds) taken.set(kind, [tookMs]);
        return;
      }
      if (durations.length >= kept) durations.shift();
      durations.push(tookMs);
    },

    /** How much longer a refusal waits that has taken this long. */
    remainingMs(kind: string, tookMs: number): number {
      // Where there is one kind only, which is most often, nobody waits.
      if (taken.size < 2) return 0;
      const [slowest] = [...taken].sort(([, one], [, other]) => middle(other) - middle(one));
      if (slowest === undefined || slowest[0] === kind) return 0;
      const drawn = slowest[1][Math.floor(random() * slowest[1].length)] ?? 0;
      return Math.max(0, drawn - tookMs);
    },
  };
}

function middle(durations: readonly number[]): number {
  return durations.toSorted((one, other) => one - other)[Math.floor(durations.length / 2)] ?? 0;
}
