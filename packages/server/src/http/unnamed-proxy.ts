import type { Logger } from "pino";

const enoughRequests = 30;
const enoughReaders = 3;

/**
 * Notices a proxy that nobody has named: request after request from one address, each in the name of somebody else.
 * All readers then share the limits of one, so the log says once what to write.
 */
export function watchForUnnamedProxy(log: Pick<Logger, "warn">) {
  let address: string | undefined;
  let requests = 0;
  let readers = new Set<string>();
  let told = false;

  /** @param forwardedFor - the header that the address was not believed for */
  return (from: string, forwardedFor: string | undefined): void => {
    if (told) return;
    if (from !== address || forwardedFor === undefined) {
      address = from;
      requests = 0;
      readers = new Set();
    }
    if (forwardedFor === undefined) return;
    requests += 1;
    if (readers.size < enoughReaders) readers.add(forwardedFor);
    if (requests < enoughRequests || readers.size < enoughReaders) return;
    told = true;
    log.warn(
      { address, write: `TRUSTED_PROXIES=${address}/${from.includes(":") ? 128 : 32}` },
      "every reader seems to have one address, and shares its limits: if it is your proxy, name it in TRUSTED_PROXIES",
    );
  };
}
