/** Mail servers and providers bear a few connections at a time; one slow letter holds up no other. */
const mostLanes = 5;

export interface Rounds {
  /** Sends whatever is due. */
  begin(): void;
  /** Lets letters that are being sent finish, for as long as given; begins no other one. */
  stop(withinMs: number): Promise<void>;
}

/**
 * Sends letters side by side until none is due. Lanes are opened while there is work for them: most rounds are about
 * one letter.
 *
 * @param work.claim - takes the next letter; nothing where none is due
 */
export function createRounds<T>(work: {
  claim(): Promise<T | undefined>;
  send(claimed: T): Promise<void>;
  onError(error: unknown): void;
}): Rounds {
  const lanes = new Set<Promise<void>>();
  /** Somebody has asked for a round since a lane last began to look. */
  let asked = false;
  let stopped = false;

  function open(): void {
    if (stopped || lanes.size >= mostLanes) return;
    const lane: Promise<void> = run().finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  async function run(): Promise<void> {
    try {
      while (!stopped) {
        asked = false;
        const claimed = await work.claim();
        if (claimed === undefined) {
          if (asked) continue;
          return;
        }
        open();
        await work.send(claimed);
      }
    } catch (error) {
      work.onError(error);
    }
  }

  return {
    begin() {
      asked = true;
      open();
    },
    async stop(withinMs) {
      stopped = true;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      await Promise.race([Promise.all(lanes), patience]);
      clearTimeout(timer);
    },
  };
}
