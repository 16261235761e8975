import { once } from "node:events";
import { connect } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { createAnswerStreams } from "../src/chats/answer-streams.ts";
import { createLiveAnswer } from "../src/chats/live-answer.ts";
import type { HttpEnv } from "../src/http/app-type.ts";
import { listen } from "../src/http/listen.ts";
import { createTestClock } from "./support/clock.ts";

const megabyte = "x".repeat(1024 * 1024);

test("a reader who stops reading costs no memory, holds up nobody, and is let go", async () => {
  const clock = createTestClock();
  const streams = createAnswerStreams({ clock });
  const answer = createLiveAnswer("1");
  const app = new Hono<HttpEnv>().get("/", (c) => {
    const { outgoing } = c.env as HttpBindings;
    return c.body(streams(answer, { disconnect: () => outgoing.destroy() }));
  });
  const server = await listen(getRequestListener(app.fetch), { host: "127.0.0.1", port: 0 });

  const slow = connect(server.port, "127.0.0.1");
  slow.pause();
  slow.write("GET / HTTP/1.1\r\nhost: book.test\r\n\r\n");
  await expect.poll(() => answer.hasReaders()).toBe(true);
  const quick = await fetch(`http://127.0.0.1:${server.port}/`);
  const reading = quick.text();

  // More than the kernel keeps for somebody who does not read.
  for (let i = 0; i < 32; i += 1) answer.append(megabyte);
  answer.end("finished");
  expect((await reading).length).toBeGreaterThan(32 * megabyte.length);
  expect(answer.hasReaders()).toBe(true);

  clock.advance(31_000);
  await expect.poll(() => answer.hasReaders()).toBe(false);
  const closed = once(slow, "close");
  let received = 0;
  slow.on("data", (data) => {
    received += data.length;
  });
  slow.resume();
  await closed;
  expect(received).toBeLessThan(32 * megabyte.length);
  await server.drain();
});

test("a reader of a stream may leave at any time", async () => {
  const answer = createLiveAnswer("1");
  const stream = createAnswerStreams({ clock: createTestClock() })(answer);
  await stream.cancel();
  expect(answer.hasReaders()).toBe(false);
  answer.append("Nobody reads this.");
  answer.end("finished");
});
