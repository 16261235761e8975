import fc from "fast-check";
import { expect, test } from "vitest";
import { createClientAddress } from "./client-address.ts";

const direct = createClientAddress([]);
const behindProxies = createClientAddress(["127.0.0.1/32", "10.0.0.0/8", "fd00::/8"]);
const reader = "198.51.100.1";
const proxy = "127.0.0.1";

const header = (xForwardedFor?: string, forwarded?: string) => ({ xForwardedFor, forwarded });

test.each([
  ["the socket's word counts", "203.0.113.9", header(), "203.0.113.9"],
  [
    "headers from nobody trusted count for nothing",
    "203.0.113.9",
    header(reader, `for=${reader}`),
    "203.0.113.9",
  ],
  ["IPv4 written as IPv6 is IPv4", "::ffff:203.0.113.9", header(), "203.0.113.9"],
])("without proxies %s", (_title, socket, headers, expected) => {
  expect(direct(socket, headers)).toEqual({ address: expected, isForwarded: false });
});

test.each([
  ["the last untrusted hop counts", header(`${reader}, 10.1.2.3`), reader],
  ["what the sender wrote further left does not", header(`1.1.1.1, ${reader}`), reader],
  ["ports and brackets are no part of an address", header("[2001:db8::1]:443"), "2001:db8::1"],
  ["nor are the ports of IPv4", header(`${reader}:5060`), reader],
  ["a hop that is no address ends the search", header(`${reader}, nonsense`), proxy],
  ["a proxy that names nobody is the client", header(), proxy],
  ["a chain of nothing but proxies is the client", header("10.1.2.3"), proxy],
  [
    "Forwarded is read as well",
    header(undefined, `for=1.1.1.1, for=${reader};proto=https, for=10.1.2.3`),
    reader,
  ],
  ["with brackets and quotes", header(undefined, 'for="[2001:DB8::1]:443";by=10.0.0.1'), "2001:db8::1"],
  ["a hidden reader is nobody", header(undefined, `for=${reader}, for=_hidden`), proxy],
  ["a hop that does not say for whom is nobody", header(undefined, `for=${reader}, by=10.0.0.1`), proxy],
  ["half of a header is none", header(undefined, `for=${reader}, for="`), proxy],
  ["both headers may say the same", header(reader, `for=${reader}`), reader],
  ["where they differ one is the sender's, and neither is believed", header(reader, "for=1.1.1.1"), proxy],
  ["an unreadable one speaks against the other", header(reader, "for="), proxy],
])("behind a proxy %s", (_title, headers, expected) => {
  expect(behindProxies(proxy, headers)).toEqual({ address: expected, isForwarded: expected !== proxy });
});

test("whatever a sender puts in front of what the proxy writes, the proxy's word counts or nobody's", () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (before, forwarded) => {
      expect([reader, proxy]).toContain(
        behindProxies(proxy, header(`${before}, ${reader}`, forwarded)).address,
      );
    }),
  );
});
