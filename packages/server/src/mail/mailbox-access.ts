import { isLoopbackAddress, isLoopbackHost } from "../config/addresses.ts";

/** What a request says about where it comes from. */
export interface RequestOrigin {
  /** The socket's, not what a header claims. */
  readonly peerAddress: string | undefined;
  /** The `Host` header. */
  readonly host: string | undefined;
  /** In lower case. */
  readonly headerNames: Iterable<string>;
}

const forwarding = /^(?:forwarded|via|x-real-ip|x-forwarded(?:-.*)?)$/;

/**
 * Whether a request was made on this machine for this machine. The mailbox shows every reader's tokens, so a
 * proxy, a tunnel and a foreign name that points to this machine (DNS rebinding) are all refused.
 */
export function isLocalRequest({ peerAddress, host, headerNames }: RequestOrigin): boolean {
  if (peerAddress === undefined || !isLoopbackAddress(peerAddress)) return false;
  if (host === undefined || !isLoopbackHost(host.replace(/:\d{1,5}$/, ""))) return false;
  return ![...headerNames].some((name) => forwarding.test(name));
}
