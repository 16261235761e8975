import { expect, test, vi } from "vitest";
import { watchForUnnamedProxy } from "./unnamed-proxy.ts";

function watch() {
  const log = { warn: vi.fn() };
  const note = watchForUnnamedProxy(log);
  const many = (from: string, readerOf: (turn: number) => string | undefined, times = 40) => {
    for (let turn = 0; turn < times; turn += 1) note(from, readerOf(turn));
  };
  return { log, many };
}

test.each([
  ["172.18.0.5", "TRUSTED_PROXIES=172.18.0.5/32"],
  ["fd00::5", "TRUSTED_PROXIES=fd00::5/128"],
])("a proxy at %s that speaks for many is told of once, with the line to write", (address, write) => {
  const { log, many } = watch();
  for (let round = 0; round < 3; round += 1) many(address, (turn) => `198.51.100.${turn}`);
  expect(log.warn).toHaveBeenCalledExactlyOnceWith({ address, write }, expect.any(String));
});

test.each<[string, (turn: number) => string | undefined]>([
  ["one reader with many requests", () => "198.51.100.1"],
  ["readers who come directly", () => undefined],
  [
    "a proxy of somebody among readers who come directly",
    (turn) => (turn % 5 === 0 ? undefined : `198.51.100.${turn}`),
  ],
])("%s is nothing to tell of", (_, readerOf) => {
  const { log, many } = watch();
  many("172.18.0.5", readerOf);
  expect(log.warn).not.toHaveBeenCalled();
});
