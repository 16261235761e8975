import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

export function isLoopbackAddress(address: string): boolean {
  const bare = address.replace(/^::ffff:/i, "");
  const family = isIP(bare);
  return family !== 0 && loopback.check(bare, family === 4 ? "ipv4" : "ipv6");
}

/** `localhost` and names under it stay on the machine (RFC 6761, section 6.3). */
export function isLoopbackHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return bare === "localhost" || bare.endsWith(".localhost") || isLoopbackAddress(bare);
}

const ownNetwork = new BlockList();
// RFC 1918, section 3; RFC 4193, section 3.1.
ownNetwork.addSubnet("10.0.0.0", 8, "ipv4");
ownNetwork.addSubnet("172.16.0.0", 12, "ipv4");
ownNetwork.addSubnet("192.168.0.0", 16, "ipv4");
ownNetwork.addSubnet("fc00::", 7, "ipv6");

/**
 * Whether a host is this machine or on the operator's own network: by its address, by a name without dots, as
 * containers call each other, or under `.internal`, which the public name system leaves free.
 */
export function isOwnNetworkHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const family = isIP(bare);
  if (family !== 0) return isLoopbackAddress(bare) || ownNetwork.check(bare, family === 4 ? "ipv4" : "ipv6");
  return isLoopbackHost(bare) || !bare.includes(".") || bare.endsWith(".internal");
}

export function isCidr(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}
