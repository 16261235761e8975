export interface Timer {
  cancelled: boolean;
}

interface Due extends Timer {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * The time of everything that is simulated: it jumps from event to event, and stands still while a server is at work.
 * Events of one instant run together, so that the requests among them race for real.
 */
export function createVirtualTime(start: number) {
  const heap: Due[] = [];
  const working = new Set<Promise<unknown>>();
  let now = start;
  let failure: { readonly cause: unknown } | undefined;
  let orders = 0;

  const before = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);

  function push(due: Due): void {
    let index = heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || before(above, due)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = due;
  }

  function pop(): Due | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || first === last) return first;
    let index = 0;
    for (;;) {
      let least = 2 * index + 1;
      const [left, right] = [heap[least], heap[least + 1]];
      if (left === undefined) break;
      if (right !== undefined && before(right, left)) least++;
      const child = heap[least];
      if (child === undefined || before(last, child)) break;
      heap[index] = child;
      index = least;
    }
    heap[index] = last;
    return first;
  }

  /** Until no server is at work and every promise that was kept has been heard. */
  async function settle(): Promise<void> {
    do {
      while (working.size > 0) await Promise.all(working);
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
    } while (working.size > 0);
    if (failure) throw new Error("The simulation itself failed.", failure);
  }

  return {
    now: () => now,

    after(delayMs: number, act: () => void): Timer {
      const due: Due = {
        at: now + Math.max(0, Math.ceil(delayMs)),
        order: orders++,
        act,
        cancelled: false,
      };
      push(due);
      return due;
    },

    /** Time does not go on before this is done, well or badly. */
    hold<Result>(work: Promise<Result>): Promise<Result> {
      const done = work
        .catch(() => {})
        .finally(() => {
          working.delete(done);
        });
      working.add(done);
      return work;
    },

    /** The same for what nobody else waits for and what may not fail. */
    act(work: Promise<unknown>): void {
      const done = work
        .catch((cause: unknown) => {
          failure ??= { cause };
        })
        .finally(() => {
          working.delete(done);
        });
      working.add(done);
    },

    /** Runs what comes to pass until then. */
    async runUntil(end: number): Promise<void> {
      await settle();
      for (;;) {
        const next = heap[0];
        if (next === undefined || next.at > end) break;
        now = next.at;
        let acted = false;
        for (let due: Due | undefined = next; due !== undefined && due.at === now; due = heap[0]) {
          pop();
          if (due.cancelled) continue;
          due.act();
          acted = true;
        }
        if (acted) await settle();
      }
      now = end;
    },
  };
}

export type VirtualTime = ReturnType<typeof createVirtualTime>;
