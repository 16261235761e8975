import { expect, test } from "vitest";
import { createClientAddress } from "./client-address.ts";

const direct = createClientAddress([]);
const behindProxies = createClientAddress(["127.0.0.1/32", "10.0.0.0/8"]);

test.each([
  ["the socket's word counts", direct, "203.0.113.9", undefined, "203.0.113.9"],
  ["a header from nobody trusted counts for nothing", direct, "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["IPv4 written as IPv6 is IPv4", direct, "::ffff:203.0.113.9", undefined, "203.0.113.9"],
  [
    "behind a proxy its last untrusted hop counts",
    behindProxies,
    "127.0.0.1",
    "198.51.100.1, 10.1.2.3",
    "198.51.100.1",
  ],
  [
    "what the sender wrote further left does not",
    behindProxies,
    "127.0.0.1",
    "1.1.1.1, 198.51.100.1",
    "198.51.100.1",
  ],
  [
    "a hop that is no address ends the search",
    behindProxies,
    "127.0.0.1",
    "198.51.100.1, nonsense",
    "127.0.0.1",
  ],
  ["a proxy that names nobody is the client", behindProxies, "127.0.0.1", undefined, "127.0.0.1"],
])("%s", (_title, find, socket, header, expected) => {
  expect(find(socket, header)).toBe(expected);
});
