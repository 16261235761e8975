/**
 * Remembers what was verified lately, in two generations: when the younger one is full the older one
 * is dropped whole, so memory is bounded without any bookkeeping per entry.
 */
export function createTokenCache<T>(options: { maxEntries: number }) {
  const perGeneration = Math.ceil(options.maxEntries / 2);
  let younger = new Map<string, T>();
  let older = new Map<string, T>();

  function put(token: string, value: T): void {
    if (younger.size >= perGeneration) {
      older = younger;
      younger = new Map();
    }
    younger.set(token, value);
  }

  return {
    put,
    get(token: string): T | undefined {
      const recent = younger.get(token);
      if (recent !== undefined) return recent;
      const aged = older.get(token);
      if (aged !== undefined) put(token, aged);
      return aged;
    },
  };
}
