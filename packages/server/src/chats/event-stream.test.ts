import { expect, test } from "vitest";
import { createEventStream } from "./event-stream.ts";

test("parts arrive as server-sent events, with an end", async () => {
  const events = createEventStream();
  events.send({ type: "text-delta", delta: "line\nbreak" });
  events.keepAlive();
  events.end();
  expect(await new Response(events.readable).text()).toBe(
    'data: {"type":"text-delta","delta":"line\\nbreak"}\n\n: waiting\n\ndata: [DONE]\n\n',
  );
});

test("a reader who has gone disturbs nobody", async () => {
  const events = createEventStream();
  await events.readable.cancel();
  events.send({});
  events.end();
});

test("a reader who does not read is let go before memory fills", async () => {
  const events = createEventStream();
  const part = { delta: "x".repeat(100_000) };
  for (let i = 0; i < 100; i += 1) events.send(part);
  events.end();
  await expect(new Response(events.readable).text()).rejects.toThrow("The reader does not read.");
});
