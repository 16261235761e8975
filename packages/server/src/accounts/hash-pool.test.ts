import { lookup } from "node:dns/promises";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { ServerBusyError } from "./errors.ts";
import { createHashPool, type HashPool } from "./hash-pool.ts";

const password = Buffer.from("lantern orchard velvet nine");
const job = { do: "hash", password, algorithm: { name: "bcrypt", cost: 4 } } as const;
const slowJob = { do: "hash", password, algorithm: { name: "bcrypt", cost: 11 } } as const;

let pool: HashPool;
afterEach(() => pool.close());

test("a bounded number runs, a bounded number waits, the rest is told when to come back", async () => {
  pool = createHashPool({ threads: 2, maxWaiting: 3 });
  const taken = Array.from({ length: 5 }, () => pool.run(slowJob));
  const refused = await pool.run(slowJob).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ServerBusyError);
  expect((refused as ServerBusyError).facts.retryAfterMs).toBeGreaterThanOrEqual(1_000);
  expect(await Promise.all(taken)).toHaveLength(5);
  await expect(pool.run(job)).resolves.toMatchObject({ stored: expect.stringMatching(/^\$2b\$04\$/) });
});

test("a hundred jobs on two threads all come back, each with its own answer", async () => {
  pool = createHashPool({ threads: 2, maxWaiting: 200 });
  const { stored } = await pool.run(job);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      pool.run({ do: "verify", password: index % 2 ? password : Buffer.from("wrong"), stored }),
    ),
  );
  expect(answers.map(({ right }) => right)).toEqual(answers.map((_, index) => index % 2 === 1));
});

test("as many are let in as there are places, and nobody waits for them once most are being hashed for", async () => {
  pool = createHashPool({ threads: 1, maxWaiting: 3 });
  const { places } = pool;
  const leave = Array.from({ length: 4 }, () => places.enter());
  expect(leave).not.toContain(undefined);
  // The four may turn out to need no place, so whoever comes now waits for a moment.
  expect([places.enter(), places.busyForMs()]).toEqual([undefined, undefined]);
  const jobs = Array.from({ length: 3 }, () => pool.run(slowJob));
  expect(places.busyForMs()).toBeGreaterThanOrEqual(1_000);
  // The fourth finds a place, although nobody else is let in.
  jobs.push(pool.run(slowJob));
  await Promise.all(jobs);
  for (const each of leave) each?.();
  expect(places.busyForMs()).toBeUndefined();
  expect(places.enter()).toBeDefined();
});

test("work that cannot be done fails alone, and its thread is replaced", async () => {
  pool = createHashPool({ threads: 1, maxWaiting: 10 });
  const impossible = { do: "hash", password, algorithm: { name: "bcrypt", cost: 99 } } as const;
  const [failed, next] = await Promise.allSettled([pool.run(impossible), pool.run(job)]);
  expect(failed.status).toBe("rejected");
  expect(next.status).toBe("fulfilled");
});

test("while every hashing thread is busy, files are read and names are looked up", async () => {
  pool = createHashPool({ threads: 5, maxWaiting: 100 });
  const order: string[] = [];
  const hashing = Promise.all(Array.from({ length: 5 }, () => pool.run(slowJob))).then(() =>
    order.push("hashed"),
  );
  await lookup("localhost");
  order.push("looked up");
  await hashing;
  expect(order).toEqual(["looked up", "hashed"]);
});

test.runIf(process.platform === "linux")(
  "threads that hash let requests go first, and the event loop keeps its priority",
  async () => {
    pool = createHashPool({ threads: 1, maxWaiting: 1 });
    const before = niceOfThreads();
    await pool.run(job);
    const after = niceOfThreads();
    expect(after.get(process.pid)).toBe(before.get(process.pid));
    const added = [...after].filter(([id]) => !before.has(id)).map(([, nice]) => nice);
    expect(Math.max(...added)).toBeGreaterThanOrEqual(5);
  },
);

/** proc(5): the nineteenth field of a thread's line, of which the second may hold anything between brackets. */
function niceOfThreads(): Map<number, number> {
  return new Map(
    readdirSync("/proc/self/task").map((id) => {
      const line = readFileSync(`/proc/self/task/${id}/stat`, "utf8");
      const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
      return [Number(id), Number(fields[16])];
    }),
  );
}

test("a pool that is closed refuses, and those who wait are told so", async () => {
  pool = createHashPool({ threads: 1, maxWaiting: 10 });
  const given = Promise.allSettled([pool.run(slowJob), pool.run(slowJob)]);
  await pool.close();
  expect((await given).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(pool.run(job)).rejects.toBeInstanceOf(ServerBusyError);
});
