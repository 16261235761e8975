import { BlockList, isIP } from "node:net";
import parseForwarded from "forwarded-parse";
import { createRecent } from "../recent.ts";

/** Of so many addresses it is remembered whether they are a proxy's. */
const mostRemembered = 10_000;
/** Of an IPv6 address with an IPv4 address in it; what is longer names an interface besides, and is nobody's here. */
const longestAddress = 45;

/** What proxies write about whom they speak for. */
export interface ForwardingHeaders {
  /** `X-Forwarded-For`: addresses, the nearest hop last. */
  readonly xForwardedFor: string | undefined;
  /** `Forwarded` (RFC 7239): the same with names around it. */
  readonly forwarded: string | undefined;
}

export interface ClientAddress {
  readonly address: string;
  /** Whether a trusted proxy named it; otherwise it is the connection's. */
  readonly isForwarded: boolean;
}

/**
 * Finds the reader's address: the socket's, or, when the socket belongs to a trusted proxy, the right-most hop that is
 * not one. Headers from anybody else are the sender's word and count for nothing.
 *
 * A proxy that writes one of the two headers passes the other on as its sender wrote it. So where both are there and
 * name different readers, neither is believed.
 */
export function createClientAddress(trustedProxies: readonly string[]) {
  const trusted = new BlockList();
  for (const range of trustedProxies) {
    const [address = "", prefix] = range.split("/");
    const family = isIP(address) === 4 ? "ipv4" : "ipv6";
    const whole = family === "ipv4" ? 32 : 128;
    trusted.addSubnet(address, prefix === undefined ? whole : Number(prefix), family);
  }
  // The same ones come again and again, and the list takes a microsecond for each.
  const remembered = createRecent<boolean>({ maxEntries: mostRemembered });

  function isTrusted(address: string): boolean {
    const known = remembered.get(address);
    if (known !== undefined) return known;
    const family = isIP(address);
    const found = family !== 0 && trusted.check(address, family === 4 ? "ipv4" : "ipv6");
    if (address.length <= longestAddress) remembered.put(address, found);
    return found;
  }

  /** @returns `undefined` where the hops name nobody */
  function lastUntrusted(header: string, hops: readonly string[]): string | undefined {
    for (const written of hops.toReversed()) {
      const hop = normalize(written === header ? written : copyOf(written));
      if (!isTrusted(hop)) return isIP(hop) === 0 ? undefined : hop;
    }
    return undefined;
  }

  return function clientAddress(
    socketAddress: string | undefined,
    { xForwardedFor, forwarded }: ForwardingHeaders,
  ): ClientAddress {
    const socket = { address: normalize(socketAddress ?? ""), isForwarded: false };
    if (trustedProxies.length === 0 || !isTrusted(socket.address)) return socket;
    const named = [
      ...(xForwardedFor === undefined ? [] : [lastUntrusted(xForwardedFor, xForwardedFor.split(","))]),
      ...(forwarded === undefined ? [] : [lastUntrusted(forwarded, readForwarded(forwarded))]),
    ];
    const [reader] = named;
    if (reader === undefined || named.some((other) => other !== reader)) return socket;
    return { address: reader, isForwarded: true };
  };
}

/** The `for` of each hop; a hop without one, and a header that is none, name nobody. */
function readForwarded(header: string): string[] {
  try {
    return parseForwarded(header).map((hop) => hop.for ?? "");
  } catch {
    return [];
  }
}

/** A part of a text keeps the whole of it in memory, and an address is kept for as long as its limits last. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}

const plainIpv4 = /^[\d.]+$/;

/** IPv4 written as IPv6 (`::ffff:127.0.0.1`) is the IPv4 address; ports and brackets go. */
function normalize(address: string): string {
  if (plainIpv4.test(address)) return address;
  return address
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .toLowerCase();
}
