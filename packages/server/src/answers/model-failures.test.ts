import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ModelAnswers, modelKey, openModelAnswers } from "../../tests/support/ask-model.ts";
import { type ModelReply, saying } from "../../tests/support/model-server.ts";
import type { ModelBounds } from "./read-text.ts";

const standIn = "The language model does not answer at the moment, so here is the book itself.";

let answers: ModelAnswers;
beforeAll(async () => {
  answers = await openModelAnswers();
});
afterAll(() => answers.provider.close());
beforeEach(() => answers.forget());

describe("a model that fails before its first word is stood in for by the book", () => {
  const cases: Record<string, [ModelReply, string, Partial<ModelBounds>?]> = {
    "a wrong key": [
      (a) => a.refuse(401, { error: { message: `Incorrect API key provided: ${modelKey}` } }),
      "keyRefused",
    ],
    "an unknown model": [
      (a) => a.refuse(404, { error: { message: "The model `lamp-1` does not exist" } }),
      "modelUnknown",
    ],
    "an unknown model, said as 400": [
      (a) => a.refuse(400, { error: { message: "lamp-1 is not a valid model: model not found" } }),
      "modelUnknown",
    ],
    "another refusal": [(a) => a.refuse(400, { error: { message: "too long" } }), "requestRefused"],
    "too many requests, for long": [
      (a) => a.refuse(429, { error: { message: "slow down" } }, { "retry-after": "600" }),
      "tooManyRequests",
    ],
    "its own fault": [(a) => a.refuse(500, "<h1>oh</h1>", { "retry-after": "0" }), "serverFault"],
    "something that is no stream": [
      (a) => a.refuse(200, "<html>welcome</html>", { "content-type": "text/html" }),
      "notTheProtocol",
    ],
    "an error inside the stream": [
      (a) => a.chunk({ error: { message: `overloaded, ${modelKey}` } }),
      "brokeOff",
    ],
    "a line that is no JSON": [(a) => a.raw("data: {oops\n\n"), "notTheProtocol"],
    "a connection that breaks": [
      (a) => {
        a.begin();
        a.cut();
      },
      "brokeOff",
    ],
    "an empty answer": [(a) => a.end(), "empty"],
    "silence before its head": [() => {}, "silent", { silenceMs: 100 }],
    "silence after its head": [(a) => a.begin(), "silent", { silenceMs: 100 }],
    "thoughts without end": [
      async (a) => {
        let open = true;
        void a.closed().then(() => {
          open = false;
        });
        for (; open; await new Promise(setImmediate)) a.choice({ reasoning_content: "Hm." });
      },
      "silent",
      { wholeMs: 200 },
    ],
    "a redirect elsewhere": [
      (a) => a.refuse(307, "", { location: "http://127.0.0.1:9/v1" }),
      "unreachable",
      { retryMs: 0 },
    ],
  };
  test.each(Object.entries(cases))("after %s", async (_, [reply, failure, bounds]) => {
    const answer = await answers.read(reply, bounds);
    expect(answer.text).toBe(
      `${standIn}\n\nThis is what the book says about it:\n\n> Drain the tank once a week.\n\n[The lamp › Fuel](/lamp#fuel)`,
    );
    expect(answer.end).toBe("finish");
    expect(answers.logged).toHaveLength(1);
    expect(answers.logged[0]).toContain(`"failure":"${failure}"`);
    for (const secret of [modelKey, "overloaded", "slow down", "tank"])
      expect(answers.logged[0]).not.toContain(secret);
  });

  test("at an address where nobody listens", async () => {
    const gone = await openModelAnswers();
    await gone.provider.close();
    const answer = await gone.read(saying("Never said."), { retryMs: 0 });
    expect(answer.text).toContain(standIn);
    expect(answer.usage).toEqual({ input: 0, output: 0, estimated: false });
    expect(gone.logged.join()).toContain("unreachable");
  });
});

describe("a model that fails for a moment", () => {
  test("is asked again after the time that it names", async () => {
    const { text } = await answers.read([
      (a) => a.refuse(429, {}, { "retry-after": "0" }),
      (a) => a.refuse(503, {}, { "retry-after": "0" }),
      saying("Weekly."),
    ]);
    expect(text).toBe("Weekly.");
    expect(answers.provider.requests).toHaveLength(3);
  });

  test("is asked three times and no more", async () => {
    const { text } = await answers.read((a) => a.refuse(500, {}, { "retry-after": "0" }));
    expect(text).toContain(standIn);
    expect(answers.provider.requests).toHaveLength(3);
  });

  test("is not asked again when it wants more time than a reader has", async () => {
    await answers.read((a) => a.refuse(429, {}, { "retry-after": "60" }));
    expect(answers.provider.requests).toHaveLength(1);
  });
});

describe("a model that fails half way", () => {
  const cases: Record<string, [ModelReply, Partial<ModelBounds>?]> = {
    "because its connection breaks": [
      (a) => {
        a.say("Once ");
        setImmediate(a.cut);
      },
    ],
    "because its connection closes without an end": [
      (a) => {
        a.say("Once ");
        a.raw("data: [DONE]\n\n");
        setImmediate(a.cut);
      },
    ],
    // Long enough for the first word to come through on a machine that has other things to do.
    "because it says nothing more": [(a) => a.say("Once "), { silenceMs: 1_000 }],
  };
  test.each(Object.entries(cases))(
    "%s ends the answer as failed and keeps what came",
    async (_, [reply, bounds]) => {
      const { text, end, usage } = await answers.read(reply, bounds);
      expect({ text, end }).toEqual({ text: "Once ", end: "error" });
      expect(usage).toMatchObject({ output: 2, estimated: true });
      expect(answers.provider.requests).toHaveLength(1);
    },
  );
});
