import { isIPv4, isIPv6 } from "node:net";

/**
 * The network that an address belongs to, as text that is equal for all of its addresses.
 *
 * @param size - how much of an address names the network: bits in multiples of 8 and of 16
 */
export function networkOf(address: string, size: { ipv4Bits: number; ipv6Bits: number }): string {
  if (isIPv4(address)) {
    if (size.ipv4Bits === 32) return `${address}/32`;
    return `${address
      .split(".")
      .slice(0, size.ipv4Bits / 8)
      .join(".")}/${size.ipv4Bits}`;
  }
  if (!isIPv6(address)) return address;
  return `${ipv6Groups(address)
    .slice(0, size.ipv6Bits / 16)
    .join(":")}::/${size.ipv6Bits}`;
}

/**
 * Whom an address stands for where readers are counted: one reader has a whole /64 of IPv6 addresses to choose
 * from, so these count as one.
 */
export function readerNetworkOf(address: string): string {
  return networkOf(address, { ipv4Bits: 32, ipv6Bits: 64 });
}

/**
 * The network around a reader's IPv6 network, which one customer of a provider may have whole. IPv4 has no such tier:
 * addresses next to each other belong to strangers.
 */
export function widerNetworkOf(address: string): string | undefined {
  return address.includes(":") ? networkOf(address, { ipv4Bits: 32, ipv6Bits: 48 }) : undefined;
}

/** All eight groups, each in its shortest form. */
function ipv6Groups(address: string): string[] {
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = address.includes("::")
    ? Array.from({ length: 8 - left.length - right.length }, () => "0")
    : [];
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16));
}
