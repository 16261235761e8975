import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBrowserStorage } from "./browser-storage.ts";

const stored = new Map<string, string>();
const deleted: string[] = [];

beforeEach(() => {
  stored.clear();
  deleted.length = 0;
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal("cookieStore", {
    delete: async (name: string) => {
      deleted.push(name);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const visitWith = (cookie: string) => vi.stubGlobal("document", { cookie });

test("the server's hint says that there is something to restore, on http and on https", () => {
  for (const name of ["bookplate-hint", "__Host-bookplate-hint"]) {
    visitWith(`theme=dark; ${name}=1`);
    expect(createBrowserStorage("book").readMark()).toBe("restore");
  }
});

test("without a hint and without a mark there is nothing to restore", () => {
  visitWith("theme=dark; not-bookplate-hint=1");
  expect(createBrowserStorage("book").readMark()).toBeNull();
});

test("a sign-out that the server has not heard of is stronger than the hint it has left", () => {
  visitWith("bookplate-hint=1");
  const storage = createBrowserStorage("book");
  storage.writeMark("sign-out");
  expect(storage.readMark()).toBe("sign-out");
});

test("where nothing was left to restore the hint goes too, so that the next page asks nobody", () => {
  visitWith("bookplate-hint=1");
  createBrowserStorage("book").writeMark(null);
  expect(deleted).toContain("bookplate-hint");
});
