/** A value that can be watched; made for `useSyncExternalStore`, usable with anything. */
export interface Store<Value> {
  readonly getSnapshot: () => Value;
  /** @returns ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (value: Value) => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
  };
}
