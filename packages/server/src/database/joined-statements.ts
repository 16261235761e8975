/** A statement that takes longer waits for something else than its rows; the next one does not wait with it. */
const patienceMs = 250;

/**
 * Joins what is asked for in the same turn of the event loop into one statement: a statement costs more than a row, and
 * under load many readers ask at once. Each answer is still about what is true after it was asked for.
 *
 * @param run - answers all of them at once; what is missing in its answer does not exist
 * @param options.atOnce - more statements than this do not run at the same time, unless one is stuck; meanwhile the next
 *   one gathers
 */
export function joinStatements<Answer>(
  run: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
  { atOnce = Number.POSITIVE_INFINITY }: { atOnce?: number } = {},
): (key: string) => Promise<Answer | undefined> {
  let next: Gathering<Answer> | undefined;
  let running = 0;

  function gather(): Gathering<Answer> {
    const keys = new Set<string>();
    const { promise, resolve } = Promise.withResolvers<void>();
    const gathering = {
      keys,
      turnHasEnded: false,
      begin: resolve,
      answers: promise.then(() => ask([...keys])),
    };
    // After the requests that have arrived, and before any more are waited for.
    setImmediate(() => {
      gathering.turnHasEnded = true;
      beginIfPossible();
    });
    return gathering;
  }

  /** @returns whether one was begun */
  function beginIfPossible(): boolean {
    if (!next?.turnHasEnded || running >= atOnce) return false;
    running += 1;
    next.begin();
    next = undefined;
    return true;
  }

  async function ask(keys: readonly string[]): Promise<ReadonlyMap<string, Answer>> {
    let isWaitedFor = true;
    const letNextBegin = () => {
      if (!isWaitedFor) return false;
      isWaitedFor = false;
      running -= 1;
      return beginIfPossible();
    };
    const patience = setTimeout(letNextBegin, patienceMs);
    try {
      return await run(keys);
    } finally {
      clearTimeout(patience);
      // The next one is sent before anybody works on these answers: the database does not wait for that.
      if (letNextBegin()) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return async (key) => {
    next ??= gather();
    const { keys, answers } = next;
    keys.add(key);
    return (await answers).get(key);
  };
}

interface Gathering<Answer> {
  readonly keys: Set<string>;
  turnHasEnded: boolean;
  readonly begin: () => void;
  readonly answers: Promise<ReadonlyMap<string, Answer>>;
}
