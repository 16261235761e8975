/**
 * Remembers what was made lately, in two generations: when the younger one is full the older one is dropped whole, so
 * memory is bounded without any bookkeeping per entry.
 */
export function createRecent<T>({ maxEntries }: { maxEntries: number }) {
  const perGeneration = Math.ceil(maxEntries / 2);
  let younger = new Map<string, T>();
  let older = new Map<string, T>();

  function put(key: string, value: T): void {
    if (younger.size >= perGeneration) {
      older = younger;
      younger = new Map();
    }
    younger.set(key, value);
  }

  return {
    put,
    get(key: string): T | undefined {
      const recent = younger.get(key);
      if (recent !== undefined) return recent;
      const aged = older.get(key);
      if (aged !== undefined) put(key, aged);
      return aged;
    },
  };
}
