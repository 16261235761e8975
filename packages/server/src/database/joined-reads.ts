/**
 * Joins reads that are asked for in the same turn of the event loop into one: a statement costs more than a row, and
 * under load many readers ask at once. Each still reads what is true after it asked.
 *
 * @param read - reads all of them at once; what is missing in its answer does not exist
 */
export function joinReads<Row>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
): (key: string) => Promise<Row | undefined> {
  let next: { keys: Set<string>; rows: Promise<ReadonlyMap<string, Row>> } | undefined;

  const begin = () => {
    const keys = new Set<string>();
    // After the requests that have arrived, and before any more are waited for.
    const turnEnds = new Promise<void>((resolve) => setImmediate(resolve));
    const rows = turnEnds.then(() => {
      next = undefined;
      return read([...keys]);
    });
    return { keys, rows };
  };

  return async (key) => {
    next ??= begin();
    const { keys, rows } = next;
    keys.add(key);
    return (await rows).get(key);
  };
}
