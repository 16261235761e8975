import type { KeyPair } from "dpop";

/** What a bound session leaves behind between visits. */
export type Keepsake = "refreshToken" | "registrationProof";

/** Where the key and what hangs on it are kept. All tabs of a site share one. */
export interface Vault {
  /** The key of this device; the first call that finds none makes it. */
  readonly keyPair: (make: () => Promise<KeyPair>) => Promise<KeyPair>;
  readonly read: (name: Keepsake) => Promise<string | null>;
  /**
   * @param value - `null` removes it
   * @param ifStill - writes only where this is what is kept, so that a late answer does not undo what came after it
   */
  readonly write: (name: Keepsake, value: string | null, ifStill?: string | null) => Promise<void>;
}

/** A vault that ends with the page or the process. */
export function createMemoryVault(): Vault {
  let pair: Promise<KeyPair> | undefined;
  const kept = new Map<Keepsake, string>();
  const read = (name: Keepsake) => kept.get(name) ?? null;
  return {
    keyPair(make) {
      pair ??= make();
      return pair;
    },
    read: async (name) => read(name),
    async write(name, value, ifStill) {
      if (ifStill !== undefined && ifStill !== read(name)) return;
      if (value === null) kept.delete(name);
      else kept.set(name, value);
    },
  };
}

const storeName = "session";

/**
 * A vault in this browser's IndexedDB. The key is not extractable: the browser signs with it for scripts of this
 * origin and gives it to nobody, so what is kept here is worth nothing elsewhere. Where the browser refuses to keep
 * anything, a reader can sign in for the visit.
 *
 * @param name - of the site, so that two books on one origin stay apart
 */
export function createBrowserVault(name: string): Vault {
  let chosen: Promise<Vault> | undefined;
  const vault = () => {
    chosen ??= openDatabase(name).then(inDatabase, () => createMemoryVault());
    return chosen;
  };
  return {
    keyPair: async (make) => (await vault()).keyPair(make),
    read: async (keepsake) => (await vault()).read(keepsake),
    write: async (...values) => (await vault()).write(...values),
  };
}

function inDatabase(database: IDBDatabase): Vault {
  const store = (mode: IDBTransactionMode) => database.transaction(storeName, mode).objectStore(storeName);
  const read = <Kept>(from: IDBObjectStore, name: string) =>
    settled<Kept | undefined>(from.get(name)).then((value) => value ?? null);

  return {
    async keyPair(make) {
      const kept = await read<KeyPair>(store("readonly"), "key");
      if (kept !== null) return kept;
      const made = await make();
      // Another tab may have made one meanwhile; then that one is the device's.
      const writing = store("readwrite");
      const earlier = await read<KeyPair>(writing, "key");
      if (earlier === null) await settled(writing.put(made, "key"));
      return earlier ?? made;
    },
    read: (name) => read<string>(store("readonly"), name),
    async write(name, value, ifStill) {
      const writing = store("readwrite");
      if (ifStill !== undefined && ifStill !== (await read<string>(writing, name))) return;
      await (value === null ? settled(writing.delete(name)) : settled(writing.put(value, name)));
    },
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(`${name}:dpop`, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  return settled(opening);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
