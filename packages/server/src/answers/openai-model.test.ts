import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ModelAnswers, modelKey, openModelAnswers } from "../../tests/support/ask-model.ts";
import { saying } from "../../tests/support/model-server.ts";

let answers: ModelAnswers;
beforeAll(async () => {
  answers = await openModelAnswers();
});
afterAll(() => answers.provider.close());
beforeEach(() => answers.forget());

describe("a model behind OpenAI's protocol", () => {
  test("is asked with its name and key, for a stream with its usage and no more tokens than allowed", async () => {
    await answers.read(saying("Once a week."), { maxOutputTokens: 321 });
    expect(answers.provider.requests).toHaveLength(1);
    const [request] = answers.provider.requests;
    expect(request).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: `Bearer ${modelKey}` },
      body: { model: "lamp-1", stream: true, stream_options: { include_usage: true }, max_tokens: 321 },
    });
    expect(request?.body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
  });

  test("answers in its own words, and its provider's count is what the answer cost", async () => {
    const answer = await answers.read(saying("Once ", "a week."));
    expect(answer).toEqual({
      text: "Once a week.",
      end: "finish",
      usage: { input: 100, output: 10, estimated: false },
    });
    expect(answers.logged).toEqual([]);
  });

  test("whose provider counts nothing is counted by the length of the texts", async () => {
    const { usage } = await answers.read((answer) => {
      answer.say("x".repeat(300));
      answer.end();
    });
    expect(usage).toEqual({ input: expect.any(Number), output: 100, estimated: true });
    expect(usage?.input).toBeGreaterThan(100);
  });

  test("is read along: its first word arrives while it still writes", async () => {
    const go = Promise.withResolvers<void>();
    const { parts } = answers.ask(async (answer) => {
      answer.say("Once ");
      await go.promise;
      answer.say("a week.");
      answer.end();
    });
    let text = "";
    for await (const part of parts) {
      if (part.type === "text-delta") text += part.delta;
      if (text === "Once ") go.resolve();
    }
    expect(text).toBe("Once a week.");
  });

  test("may split its letters between packets, and anything between its lines", async () => {
    const go = Promise.withResolvers<void>();
    const line = Buffer.from(
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: "چراغ 🏮" } }] })}\r\n\r\n`,
    );
    const { text } = await answers.read(async (answer) => {
      answer.raw(": waiting\n\n");
      for (const byte of line) {
        answer.raw(Uint8Array.of(byte));
        await new Promise(setImmediate);
      }
      answer.end();
      go.resolve();
    });
    await go.promise;
    expect(text).toBe("چراغ 🏮");
  });

  test("may think and call tools: only its text is the answer", async () => {
    const { text, end } = await answers.read((answer) => {
      answer.choice({ reasoning_content: "They want the interval." });
      answer.choice({ content: "Once a week." });
      answer.choice({
        tool_calls: [{ index: 0, id: "t", type: "function", function: { name: "rm", arguments: "{}" } }],
      });
      answer.end(undefined, "tool_calls");
    });
    expect({ text, end }).toEqual({ text: "Once a week.", end: "finish" });
  });

  test("that writes without end is cut, finished, and its connection closed", async () => {
    let closed: Promise<unknown> | undefined;
    const { text, end } = await answers.read(
      (answer) => {
        closed = answer.closed();
        for (let i = 0; i < 100; i += 1) answer.say("word ".repeat(100));
      },
      { maxOutputTokens: 100 },
    );
    expect(text).toHaveLength(600);
    expect(end).toBe("finish");
    await closed;
  });

  test("that is stopped by its reader hears so, and what it thought and wrote is counted", async () => {
    const aborted = new AbortController();
    let closed: Promise<unknown> | undefined;
    const { parts, usage } = answers.ask(
      (answer) => {
        closed = answer.closed();
        answer.choice({ reasoning_content: "Hmm. ".repeat(6) });
        answer.say("Once a week.");
      },
      {},
      aborted.signal,
    );
    let end = "";
    for await (const part of parts) {
      if (part.type === "text-delta") aborted.abort();
      end = part.type;
    }
    expect(end).toBe("abort");
    expect(await usage).toEqual({ input: expect.any(Number), output: 14, estimated: true });
    await closed;
  });

  test("costs nothing when its reader has gone before it was asked", async () => {
    const { parts, usage } = answers.ask(saying("Weekly."), {}, AbortSignal.abort());
    await parts.cancel();
    expect(await usage).toBeUndefined();
    expect(answers.provider.requests).toHaveLength(0);
  });
});
