import { expect, test } from "vitest";
import { isLocalRequest } from "./mailbox-access.ts";

const local = { peerAddress: "127.0.0.1", host: "localhost:7860", headerNames: ["host", "accept"] };

test.each([
  local,
  { ...local, peerAddress: "::1", host: "[::1]:7860" },
  { ...local, peerAddress: "::ffff:127.0.0.1", host: "127.0.0.1" },
])("the mailbox opens on its own machine: $peerAddress, $host", (request) => {
  expect(isLocalRequest(request)).toBe(true);
});

test.each(["192.0.2.7", "::ffff:192.0.2.7", "2001:db8::1", "10.0.0.2", undefined])(
  "another machine is refused: %s",
  (peerAddress) => {
    expect(isLocalRequest({ ...local, peerAddress })).toBe(false);
  },
);

test.each([
  "book.example.org",
  "book.example.org:7860",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "",
  undefined,
])("a foreign name for this machine is refused: %s", (host) => {
  expect(isLocalRequest({ ...local, host })).toBe(false);
});

test.each(["forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"])(
  "a request that came through a proxy is refused: %s",
  (name) => {
    expect(isLocalRequest({ ...local, headerNames: [...local.headerNames, name] })).toBe(false);
  },
);
