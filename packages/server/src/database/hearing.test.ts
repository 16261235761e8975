import { beforeEach, describe, expect, test } from "vitest";
import { createHearing } from "./hearing.ts";

let now: number;
let hearing: ReturnType<typeof createHearing>;
beforeEach(() => {
  now = 10_000;
  hearing = createHearing(() => now);
  hearing.startReading()();
  hearing.hearBeat(now);
});

/** A beat that is sent now and heard a little later. */
function hearBeatAfter(ms: number): void {
  const sentAt = now;
  now += ms;
  hearing.hearBeat(sentAt);
}

describe("a node", () => {
  test("is deaf until it has read what is stored and has heard a beat after that", () => {
    const starting = createHearing(() => now);
    starting.hearBeat(now);
    expect(starting.isDeaf()).toBe(true);
    starting.startReading()();
    expect(starting.isDeaf()).toBe(true);
    starting.hearBeat(now);
    expect(starting.isDeaf()).toBe(false);
  });

  test("knows that it is deaf a second after the last beat was sent, without any event", () => {
    hearBeatAfter(20);
    now += 980;
    expect(hearing.isDeaf()).toBe(false);
    now += 1;
    expect(hearing.isDeaf()).toBe(true);
  });

  test("counts from when a beat was sent: one that took two seconds proves nothing about the last one", () => {
    hearBeatAfter(2_000);
    expect(hearing.isDeaf()).toBe(true);
    hearBeatAfter(5);
    expect(hearing.isDeaf()).toBe(false);
  });

  test("learns nothing from beats after it may have missed something, until it has read everything anew", () => {
    hearing.missSomething();
    for (let beat = 0; beat < 5; beat += 1) hearBeatAfter(250);
    expect(hearing.isDeaf()).toBe(true);
    hearing.startReading()();
    hearBeatAfter(5);
    expect(hearing.isDeaf()).toBe(false);
  });

  test("that misses something while it reads has to read again", () => {
    const finish = hearing.startReading();
    hearing.missSomething();
    finish();
    now += 5_000;
    hearBeatAfter(5);
    expect(hearing.hasGap()).toBe(true);
    expect(hearing.isDeaf()).toBe(true);
  });
});
