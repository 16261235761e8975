import { expect, test } from "vitest";
import { createRounds } from "./rounds.ts";

/** Letters that are sent when the test says so. */
function createQueue(letters: string[]) {
  const sending = new Map<string, () => void>();
  const errors: unknown[] = [];
  let most = 0;
  const rounds = createRounds<string>({
    claim: async () => letters.shift(),
    send: async (letter) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      sending.set(letter, resolve);
      most = Math.max(most, sending.size);
      await promise;
      sending.delete(letter);
    },
    onError: (error) => errors.push(error),
  });
  return { rounds, sending, errors, letters, most: () => most };
}

test("five letters are sent side by side at the most", async () => {
  const { rounds, sending, letters, most } = createQueue(
    Array.from({ length: 12 }, (_, index) => `${index}`),
  );
  rounds.begin();
  await expect.poll(() => sending.size).toBe(5);
  expect(letters).toHaveLength(7);
  while (sending.size > 0) {
    for (const finish of sending.values()) finish();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect({ left: letters.length, most: most() }).toEqual({ left: 0, most: 5 });
});

test("a letter that takes long holds up no other", async () => {
  const { rounds, sending, letters } = createQueue(["slow"]);
  rounds.begin();
  await expect.poll(() => sending.has("slow")).toBe(true);
  letters.push("next");
  rounds.begin();
  await expect.poll(() => sending.has("next")).toBe(true);
});

test("a letter that comes while somebody looks in vain is found", async () => {
  const letters: string[] = [];
  const sent: string[] = [];
  const looks: (() => void)[] = [];
  const rounds = createRounds<string>({
    claim: async () => {
      const found = letters.shift();
      const { promise, resolve } = Promise.withResolvers<void>();
      looks.push(resolve);
      await promise;
      return found;
    },
    send: async (letter) => void sent.push(letter),
    onError: () => {},
  });
  for (let lane = 0; lane < 5; lane++) rounds.begin();
  letters.push("late");
  rounds.begin();
  await expect
    .poll(() => {
      for (const answer of looks.splice(0)) answer();
      return sent;
    })
    .toEqual(["late"]);
});

test("a round that fails is told, and the next one goes on", async () => {
  const errors: unknown[] = [];
  let away = true;
  const sent: string[] = [];
  const letters = ["one"];
  const rounds = createRounds<string>({
    claim: async () => {
      if (away) throw new Error("The database is away.");
      return letters.shift();
    },
    send: async (letter) => void sent.push(letter),
    onError: (error) => errors.push(error),
  });
  rounds.begin();
  await expect.poll(() => errors).toHaveLength(1);
  away = false;
  rounds.begin();
  await expect.poll(() => sent).toEqual(["one"]);
});

test("stopping waits for what is being sent, and no longer than it is told", async () => {
  const { rounds, sending } = createQueue(["one", "two", "three", "four", "five", "six"]);
  rounds.begin();
  await expect.poll(() => sending.size).toBe(5);
  await rounds.stop(1);
  const stopped = rounds.stop(60_000);
  for (const finish of sending.values()) finish();
  await stopped;
  expect(sending.size).toBe(0);
});
