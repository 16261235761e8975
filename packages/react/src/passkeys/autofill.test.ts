import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Autofill, createAutofill as createAmong } from "./autofill.ts";

let among: Autofill[];
const createAutofill = (options: Parameters<typeof createAmong>[0]) => createAmong({ ...options, among });
beforeEach(() => {
  among = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A browser that waits for its reader: each request stands until it is settled or aborted. */
function createWaitingBrowser() {
  const requests: { settle: (outcome: boolean | Error) => void; signal: AbortSignal }[] = [];
  let standing = 0;
  let most = 0;
  const signIn = (signal: AbortSignal) =>
    new Promise<boolean>((resolve, reject) => {
      standing += 1;
      most = Math.max(most, standing);
      const settle = (outcome: boolean | Error) => {
        standing -= 1;
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      requests.push({ settle, signal });
      signal.addEventListener("abort", () => settle(false));
    });
  return { requests, signIn, mostAtOnce: () => most };
}

test("one request stands while the form is there, however often it is armed", () => {
  const browser = createWaitingBrowser();
  const autofill = createAutofill({ signIn: browser.signIn, onFailure: () => {} });
  autofill.arm();
  autofill.arm();
  expect(browser.requests).toHaveLength(1);
});

test("after every failure another request is made, and the failure is told", async () => {
  const browser = createWaitingBrowser();
  const failures: unknown[] = [];
  const autofill = createAutofill({ signIn: browser.signIn, onFailure: (error) => failures.push(error) });
  autofill.arm();
  browser.requests[0]?.settle(new Error("unknown passkey"));
  await vi.advanceTimersByTimeAsync(2_000);
  browser.requests[1]?.settle(false);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(browser.requests).toHaveLength(3);
  expect(failures).toHaveLength(1);
  expect(browser.mostAtOnce()).toBe(1);
});

test("of two forms on one page the newer one has the request, and the older one again when that is gone", async () => {
  const browser = createWaitingBrowser();
  const failures: unknown[] = [];
  const create = () => createAutofill({ signIn: browser.signIn, onFailure: (error) => failures.push(error) });
  const [page, dialog] = [create(), create()];
  page.arm();
  dialog.arm();
  await vi.advanceTimersByTimeAsync(0);
  expect(browser.requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  // While the newer one rests for something else, the browser is asked for nothing.
  await dialog.rest();
  expect(browser.requests).toHaveLength(2);
  dialog.arm();
  await dialog.leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(browser.requests.map(({ signal }) => signal.aborted)).toEqual([true, true, true, false]);
  await page.leave();
  expect(browser.requests.every(({ signal }) => signal.aborted)).toBe(true);
  expect(browser.requests).toHaveLength(4);
  expect([browser.mostAtOnce(), failures]).toEqual([1, []]);
});

test("a request is made anew before its challenge runs out", async () => {
  const browser = createWaitingBrowser();
  createAutofill({ signIn: browser.signIn, onFailure: () => {} }).arm();
  await vi.advanceTimersByTimeAsync(9 * 60_000 + 1_000);
  expect(browser.requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
});

test("at rest the browser has let go, and nothing is asked until it is armed again", async () => {
  const browser = createWaitingBrowser();
  const failures: unknown[] = [];
  const autofill = createAutofill({ signIn: browser.signIn, onFailure: (error) => failures.push(error) });
  autofill.arm();
  await autofill.rest();
  expect(browser.requests[0]?.signal.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(browser.requests).toHaveLength(1);
  autofill.arm();
  expect(browser.requests).toHaveLength(2);
  expect(failures).toEqual([]);
});

test("a browser that ends every request at once is asked ever more seldom", async () => {
  let asked = 0;
  const signIn = async () => {
    asked += 1;
    return false;
  };
  createAutofill({ signIn, onFailure: () => {} }).arm();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(asked).toBeLessThan(20);
});

test("whoever has signed in is not asked again", async () => {
  const browser = createWaitingBrowser();
  createAutofill({ signIn: browser.signIn, onFailure: () => {} }).arm();
  browser.requests[0]?.settle(true);
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(browser.requests).toHaveLength(1);
});
