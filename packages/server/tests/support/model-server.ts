import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What a provider was sent. */
export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly stream: boolean;
    readonly max_tokens?: number;
    readonly stream_options?: { readonly include_usage: boolean };
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
}

/** How a test's provider answers one request. */
export type ModelReply = (answer: ModelAnswer, request: ModelRequest) => Promise<void> | void;

/** A provider that speaks OpenAI's chat completions protocol over a real socket, as each test tells it to. */
export async function startModelServer() {
  const requests: ModelRequest[] = [];
  const replies: ModelReply[] = [];
  const server = createServer(async (incoming, response) => {
    const request = {
      path: incoming.url ?? "",
      headers: incoming.headers,
      body: JSON.parse(await text(incoming)) as ModelRequest["body"],
    };
    requests.push(request);
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    await reply?.(answerOn(response), request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    /** One reply for each request to come; the last one stays. */
    reply: (...next: ModelReply[]) => {
      replies.splice(0, replies.length, ...next);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export type ModelServer = Awaited<ReturnType<typeof startModelServer>>;
export type ModelAnswer = ReturnType<typeof answerOn>;

function answerOn(response: ServerResponse) {
  const begin = () => {
    if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
  };
  const raw = (bytes: string | Uint8Array) => {
    begin();
    response.write(bytes);
  };
  const chunk = (value: object) =>
    raw(
      `data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", created: 1, model: "m", ...value })}\n\n`,
    );
  const choice = (delta: object, finish_reason: string | null = null) =>
    chunk({ choices: [{ index: 0, delta, finish_reason }] });
  return {
    begin,
    raw,
    chunk,
    choice,
    say: (content: string) => choice({ content }),
    /** As OpenAI ends a stream: a reason, the usage in a chunk of its own, `[DONE]`. */
    end: (usage?: { prompt_tokens: number; completion_tokens: number }, reason = "stop") => {
      choice({}, reason);
      if (usage) {
        const total_tokens = usage.prompt_tokens + usage.completion_tokens;
        chunk({ choices: [], usage: { ...usage, total_tokens } });
      }
      raw("data: [DONE]\n\n");
      response.end();
    },
    /** The connection breaks. */
    cut: () => response.destroy(),
    closed: () => (response.closed ? Promise.resolve() : once(response, "close")),
    refuse: (status: number, body: string | object, headers: Record<string, string> = {}) => {
      const json = typeof body === "string" ? body : JSON.stringify(body);
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(json);
    },
  };
}

/** A reply that says this and ends well. */
export function saying(...texts: string[]): ModelReply {
  return (answer) => {
    for (const content of texts) answer.say(content);
    answer.end({ prompt_tokens: 100, completion_tokens: 10 });
  };
}
