import { afterEach, expect, test, vi } from "vitest";
import { createDrafts } from "../chat/drafts.ts";
import { hasUnsentQuestion } from "./unsent-question.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

afterEach(() => void vi.unstubAllGlobals());

test("a question of the reader's own counts, wherever it was typed; one of another reader does not", () => {
  const device = storage();
  vi.stubGlobal("sessionStorage", storage());
  vi.stubGlobal("localStorage", device);
  expect(hasUnsentQuestion("book", "alice")).toBe(false);
  createDrafts({ tab: storage(), device }, "book").write("alice", { text: "half a question", quote: null });
  expect(hasUnsentQuestion("book", "alice")).toBe(true);
  expect(hasUnsentQuestion("book", "bob")).toBe(false);
  expect(hasUnsentQuestion("other", "alice")).toBe(false);
});

test("white space is no question", () => {
  const tab = storage();
  vi.stubGlobal("sessionStorage", tab);
  vi.stubGlobal("localStorage", storage());
  createDrafts({ tab, device: null }, "book").write("alice", { text: " \n", quote: null });
  expect(hasUnsentQuestion("book", "alice")).toBe(false);
});

test("a browser that forbids its storage is signed out without a question", () => {
  // Where it is forbidden, already to name it throws.
  expect(hasUnsentQuestion("book", "alice")).toBe(false);
});
