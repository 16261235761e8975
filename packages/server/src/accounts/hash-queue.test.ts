import { expect, test } from "vitest";
import { ServerBusyError } from "./errors.ts";
import { createHashQueue } from "./hash-queue.ts";

test("a bounded number runs, a bounded number waits, the rest is told to come back", async () => {
  const queue = createHashQueue({ concurrency: 2, maxWaiting: 1 });
  const finish: (() => void)[] = [];
  const work = () => queue.run(() => new Promise<void>((resolve) => finish.push(resolve)));
  const first = work();
  const second = work();
  const third = work();
  await expect(work()).rejects.toBeInstanceOf(ServerBusyError);
  expect(finish).toHaveLength(2);
  finish[0]?.();
  await first;
  await expect.poll(() => finish.length).toBe(3);
  finish[1]?.();
  finish[2]?.();
  await Promise.all([second, third]);
  await expect(queue.run(async () => "free again")).resolves.toBe("free again");
});

test("work that fails gives its place back", async () => {
  const queue = createHashQueue({ concurrency: 1, maxWaiting: 0 });
  await expect(queue.run(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  await expect(queue.run(async () => 1)).resolves.toBe(1);
});
