import type { CallsContext } from "./api.ts";
import { reached } from "./transport.ts";

export interface ReaderTokenOptions {
  /** A token that was refused: asks for another one. Whoever asks at the same time waits for the same refresh. */
  readonly insteadOf?: string;
  /** Milliseconds that the token must still be good for. */
  readonly leastLeft?: number;
}

/** See `Client.tokenFor`. */
export type ReaderToken = (address: string | URL, options?: ReaderTokenOptions) => Promise<string | null>;

export function createReaderToken({ session, baseUrl, apiOrigins }: CallsContext): ReaderToken {
  const allowed = new Set(
    [baseUrl, globalThis.location?.href, ...apiOrigins].map(originOf).filter((origin) => origin !== null),
  );

  return async (address, { insteadOf, leastLeft } = {}) => {
    const origin = originOf(String(address));
    if (origin === null || !allowed.has(origin)) return null;
    return reached(insteadOf === undefined ? session.accessToken(leastLeft) : session.replace(insteadOf));
  };
}

/** @returns `null` for what has no origin, such as `data:` or, outside a page, a relative address */
function originOf(address: string | undefined): string | null {
  if (address === undefined) return null;
  try {
    const { origin } = new URL(address, globalThis.document?.baseURI);
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}
