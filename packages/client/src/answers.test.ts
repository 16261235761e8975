import { expect, test } from "vitest";
import type { AnswerEvent } from "./calls/answer-stream.ts";
import { NetworkError, UnexpectedResponseError } from "./errors.ts";
import { openBrowser } from "./tests/browser.ts";
import { json, type Play, problem } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };
const ASK = "POST /conversations/c1/messages";

const stream =
  (...lines: string[]): Play =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const line of lines) response.write(line);
    response.end();
  };
const data = (chunk: object) => `data: ${JSON.stringify(chunk)}\n\n`;

const collect = async (events: AsyncIterable<AnswerEvent>, into: AnswerEvent[] = []) => {
  for await (const event of events) into.push(event);
  return into;
};

test("an answer arrives as its text, its sources and its end", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  const umlaut = data({ type: "text-delta", id: "t", delta: "Bücher" });
  server.always(
    ASK,
    stream(
      data({ type: "start", messageId: "m2" }),
      data({ type: "text-start", id: "t" }),
      umlaut.slice(0, 30),
      umlaut.slice(30),
      data({ type: "source-url", sourceId: "s", url: "/sessions#refresh", title: "Refresh" }),
      data({ type: "text-end", id: "t" }),
      data({ type: "a-part-of-tomorrow" }),
      data({ type: "finish" }),
      "data: [DONE]\n\n",
    ),
  );
  const question = { content: "What is a book?", page: "/", selection: "book" };
  expect(await collect(client.chats.ask("c1", question))).toEqual([
    { type: "started", messageId: "m2" },
    { type: "text", delta: "Bücher" },
    { type: "source", source: { url: "/sessions#refresh", title: "Refresh" } },
    { type: "finished" },
  ]);
  expect(server.received.find(({ call }) => call === ASK)?.body).toEqual(question);
});

test("a stream that breaks off hands over what came, then fails", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.always(
    ASK,
    stream(data({ type: "start", messageId: "m2" }), data({ type: "text-delta", delta: "It" })),
  );
  const events: AnswerEvent[] = [];
  await expect(collect(client.chats.ask("c1", { content: "?" }), events)).rejects.toThrow(NetworkError);
  expect(events).toEqual([
    { type: "started", messageId: "m2" },
    { type: "text", delta: "It" },
  ]);
});

test("a model that fails says so in the stream", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.always(ASK, stream(data({ type: "error", errorText: "no answer" }), "data: [DONE]\n\n"));
  expect(await collect(client.chats.ask("c1", { content: "?" }))).toEqual([
    { type: "failed", message: "no answer" },
  ]);
});

test("a stream is opened only with a token that will last", async () => {
  const { server, openTab } = await openBrowser();
  server.lifetime = 59;
  const client = openTab();
  await client.auth.login(credentials);
  server.lifetime = 900;
  server.always(ASK, stream("data: [DONE]\n\n"));
  await collect(client.chats.ask("c1", { content: "?" }));
  expect(server.count("POST /auth/refresh")).toBe(1);
});

test("a question that is refused was never sent", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.next(ASK, (_, response) => problem(response, 409, "answer-running"));
  await expect(collect(client.chats.ask("c1", { content: "?" }))).rejects.toMatchObject({
    code: "answer-running",
  });
  server.next(ASK, (_, response) => json(response, 200, {}));
  await expect(collect(client.chats.ask("c1", { content: "?" }))).rejects.toThrow(UnexpectedResponseError);
});

test("whoever stops listening ends the connection and not the answer", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  const listen = (stop: AbortSignal) => client.chats.ask("c1", { content: "?" }, { signal: stop });
  const never = new AbortController();
  const closed: Promise<void>[] = [];
  server.always(ASK, (_, response) => {
    closed.push(new Promise((resolve) => response.on("close", resolve)));
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(data({ type: "start", messageId: "m2" }));
  });
  for await (const event of listen(never.signal)) {
    expect(event.type).toBe("started");
    break;
  }
  const stop = new AbortController();
  const listening = async () => {
    for await (const event of listen(stop.signal)) {
      expect(event.type).toBe("started");
      stop.abort(new Error("enough"));
    }
  };
  await expect(listening()).rejects.toThrow("enough");
  expect(closed).toHaveLength(2);
  await Promise.all(closed);
});

test("an answer is followed from the last event that came", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  const FOLLOW = "GET /messages/m2/stream";
  const withId = (id: string, chunk: object) => `id: ${id}\n${data(chunk)}`;
  server.always(
    ASK,
    stream(data({ type: "start", messageId: "m2" }), withId("4", { type: "text-delta", delta: "A bo" })),
  );
  const events: AnswerEvent[] = [];
  await expect(collect(client.chats.ask("c1", { content: "?" }), events)).rejects.toThrow(NetworkError);
  const lastEventId = events.at(-1)?.eventId;
  expect(lastEventId).toBe("4");

  server.always(
    FOLLOW,
    stream(withId("6", { type: "text-delta", delta: "ok" }), data({ type: "finish" }), "data: [DONE]\n\n"),
  );
  const rest = await collect(client.chats.resume("m2", lastEventId === undefined ? {} : { lastEventId }));
  expect(rest.map(({ type }) => type)).toEqual(["text", "finished"]);
  expect(server.received.find(({ call }) => call === FOLLOW)?.lastEventId).toBe("4");
});

test("of an answer that is complete nothing more comes", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.always("GET /messages/m2/stream", (_, response) => void response.writeHead(204).end());
  expect(await collect(client.chats.resume("m2"))).toEqual([]);
});

test("stopping an answer is a request of its own", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.always("POST /messages/m2/stop", (_, response) => void response.writeHead(204).end());
  await client.chats.stop("m2");
  expect(server.count("POST /messages/m2/stop")).toBe(1);
});
