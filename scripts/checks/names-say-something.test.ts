import { expect, test } from "vitest";
import { findVagueNames } from "./names-say-something.ts";
import { readRepository } from "./source-files.ts";

const named = (path: string) => [{ path, text: "" }];

test("a name that would fit anything is found, for a folder and for a file", () => {
  expect(findVagueNames(named("packages/server/src/lib/clock.ts"))).toHaveLength(1);
  expect(findVagueNames(named("packages/server/src/chats/utils.test.ts"))).toHaveLength(1);
  expect(findVagueNames(named("packages/server/src/chats/library.ts"))).toEqual([]);
});

test("every name says something", () => {
  expect(findVagueNames(readRepository())).toEqual([]);
});
