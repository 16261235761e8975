import { expect, test } from "vitest";
import { networkOf } from "./network.ts";

test.each([
  ["203.0.113.7", "203.0.113/24"],
  ["203.0.113.200", "203.0.113/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:0db8:0001::9", "2001:db8:1::/48"],
  ["::1", "0:0:0::/48"],
  ["unknown", "unknown"],
])("%s belongs to %s", (address, network) => {
  expect(networkOf(address, { ipv4Bits: 24, ipv6Bits: 48 })).toBe(network);
});

test("two addresses of one /64 are one network, two IPv4 addresses are two", () => {
  const size = { ipv4Bits: 32, ipv6Bits: 64 };
  expect(networkOf("2001:db8::1", size)).toBe(networkOf("2001:db8:0:0:ffff::2", size));
  expect(networkOf("2001:db8:0:1::1", size)).not.toBe(networkOf("2001:db8::1", size));
  expect(networkOf("203.0.113.7", size)).not.toBe(networkOf("203.0.113.8", size));
});
