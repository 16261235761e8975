// What the client takes from a browser and Node's types have not. The library `dom` would hide Node's own types, by which
// the server is checked. Nothing of the kept key is used here: sessions that are bound to one have a vault in memory.
declare var document: EventTarget & {
  readonly hidden: boolean;
  readonly baseURI: string;
  readonly cookie: string;
};
declare var cookieStore: { delete(name: string): Promise<void> };
declare var location: { readonly href: string; readonly origin: string; readonly hostname: string };
declare function requestIdleCallback(act: () => void, options?: { timeout: number }): number;
declare function cancelIdleCallback(handle: number): void;

type RequestInfo = Request | string;

declare var indexedDB: { open(name: string, version: number): IDBRequest<IDBDatabase> };
type IDBTransactionMode = "readonly" | "readwrite";
interface IDBDatabase {
  createObjectStore(name: string): IDBObjectStore;
  transaction(name: string, mode: IDBTransactionMode): { objectStore(name: string): IDBObjectStore };
}
interface IDBObjectStore {
  get<Found>(key: string): IDBRequest<Found>;
  put(value: unknown, key: string): IDBRequest<unknown>;
  delete(key: string): IDBRequest<unknown>;
}
interface IDBRequest<Result> {
  readonly result: Result;
  readonly error: Error | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
  onupgradeneeded: (() => void) | null;
}

// Nobody in a simulation has a passkey.
interface PublicKeyCredential {
  toJSON(): {
    readonly id: string;
    readonly response:
      | { readonly clientDataJSON: string; readonly attestationObject: string; readonly transports: string[] }
      | { readonly clientDataJSON: string; readonly authenticatorData: string; readonly signature: string };
  };
}
declare var PublicKeyCredential: {
  new (): PublicKeyCredential;
  parseCreationOptionsFromJSON(options: object): object;
  parseRequestOptionsFromJSON(options: object): object;
  isConditionalMediationAvailable(): Promise<boolean>;
  isUserVerifyingPlatformAuthenticatorAvailable(): Promise<boolean>;
  signalUnknownCredential?(credential: object): Promise<void>;
  signalCurrentUserDetails?(user: object): Promise<void>;
};
interface Navigator {
  readonly credentials: {
    create(options: object): Promise<PublicKeyCredential | null>;
    get(options: object): Promise<PublicKeyCredential | null>;
  };
}
