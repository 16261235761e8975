import { BlockList, isIP } from "node:net";

/**
 * Finds the reader's address: the socket's, or, when the socket belongs to a trusted proxy, the
 * right-most hop of `X-Forwarded-For` that is not one. Headers from anybody else are the sender's word
 * and count for nothing.
 */
export function createClientAddress(trustedProxies: readonly string[]) {
  const trusted = new BlockList();
  for (const range of trustedProxies) {
    const [address = "", prefix] = range.split("/");
    const family = isIP(address) === 4 ? "ipv4" : "ipv6";
    trusted.addSubnet(
      address,
      prefix === undefined ? (family === "ipv4" ? 32 : 128) : Number(prefix),
      family,
    );
  }
  const isTrusted = (address: string) => {
    const family = isIP(address);
    return family !== 0 && trusted.check(address, family === 4 ? "ipv4" : "ipv6");
  };

  return function clientAddress(socketAddress: string | undefined, forwardedFor: string | undefined): string {
    const socket = normalize(socketAddress ?? "");
    if (trustedProxies.length === 0 || !isTrusted(socket)) return socket;
    const hops = (forwardedFor ?? "").split(",").map((hop) => normalize(hop.trim()));
    for (const hop of hops.reverse()) {
      if (isIP(hop) === 0) return socket;
      if (!isTrusted(hop)) return hop;
    }
    return socket;
  };
}

/** IPv4 written as IPv6 (`::ffff:127.0.0.1`) is the IPv4 address; ports and brackets go. */
function normalize(address: string): string {
  return address
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/^\[([^\]]*)\](:\d+)?$/, "$1")
    .toLowerCase();
}
