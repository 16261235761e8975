/**
 * Joins what is asked for in the same turn of the event loop into one statement: a statement costs more than a row, and
 * under load many readers ask at once. Each answer is still about what is true after it was asked for.
 *
 * @param run - answers all of them at once; what is missing in its answer does not exist
 * @param options.atOnce - more statements than this never run at the same time; meanwhile the next one gathers
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
      answers: promise.then(() => run([...keys])).finally(statementEnded),
    };
    // After the requests that have arrived, and before any more are waited for.
    setImmediate(() => {
      gathering.turnHasEnded = true;
      beginIfPossible();
    });
    return gathering;
  }

  function beginIfPossible(): void {
    if (!next?.turnHasEnded || running >= atOnce) return;
    running += 1;
    next.begin();
    next = undefined;
  }

  function statementEnded(): void {
    running -= 1;
    beginIfPossible();
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
