import { Hono } from "hono";
import { expect, test } from "vitest";
import { ServerBusyError } from "../accounts/errors.ts";
import { admitCrowds } from "./admit-crowds.ts";
import type { HttpEnv } from "./app-type.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
async function turns(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await turn();
}

/** A server with so many places, where whoever has begun waits until they may end. */
function serverWithPlaces(count: number) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  let inside = 0;
  let busy = false;
  const app = new Hono<HttpEnv>();
  app.onError((error, c) => c.text(error.message, error instanceof ServerBusyError ? 503 : 500));
  app.use(
    "/sign-in/*",
    admitCrowds({
      busyForMs: () => (busy ? 1_000 : undefined),
      enter: () => {
        if (inside >= count) return undefined;
        inside += 1;
        return () => {
          inside -= 1;
        };
      },
    }),
  );
  app.all("/*", async (c) => {
    begun.push(c.req.path);
    if (c.req.method === "POST") await new Promise<void>((end) => ends.set(c.req.path, end));
    return c.text("done");
  });
  return {
    begun,
    busy: (now: boolean) => {
      busy = now;
    },
    end: (path: string) => ends.get(path)?.(),
    ask: async (path: string, init: RequestInit = {}) =>
      (await app.request(path, { method: "POST", ...init })).status,
  };
}

const paths = (count: number) => Array.from({ length: count }, (_, index) => `/sign-in/${index}`);

test("no more are under way than there are places; who waits begins when one of them is done", async () => {
  const server = serverWithPlaces(3);
  const answers = paths(10).map((path) => server.ask(path));
  await turns(50);
  expect(server.begun).toEqual(paths(3));
  server.end("/sign-in/1");
  await turns(50);
  expect(server.begun).toEqual(paths(4));
  for (let index = 0; index < 10; index += 1) {
    server.end(`/sign-in/${index}`);
    await turns(5);
  }
  expect(await Promise.all(answers)).toEqual(Array(10).fill(200));
});

test("when all places are taken whoever waits is refused, without having begun", async () => {
  const server = serverWithPlaces(3);
  const answers = paths(10).map((path) => server.ask(path));
  await turns(50);
  server.busy(true);
  expect(await server.ask("/sign-in/late")).toBe(503);
  server.end("/sign-in/0");
  expect(await Promise.all(answers.slice(3))).toEqual(Array(7).fill(503));
  server.busy(false);
  for (const path of paths(3)) server.end(path);
  expect(await Promise.all(answers.slice(0, 3))).toEqual([200, 200, 200]);
  expect(server.begun).toEqual(paths(3));
  const after = server.ask("/sign-in/after");
  await turns(5);
  server.end("/sign-in/after");
  expect(await after).toBe(200);
});

test("whoever sends the body slowly keeps no place from others", async () => {
  const server = serverWithPlaces(1);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const slow = server.ask("/sign-in/slow", {
    body: readable,
    duplex: "half",
    headers: { "content-type": "application/json", "content-length": "2" },
  } as RequestInit);
  await turns(5);
  const quick = server.ask("/sign-in/quick");
  await turns(5);
  expect(server.begun).toEqual(["/sign-in/quick"]);
  server.end("/sign-in/quick");
  expect(await quick).toBe(200);
  await writer.write(new TextEncoder().encode("{}"));
  await writer.close();
  await turns(20);
  server.end("/sign-in/slow");
  expect(await slow).toBe(200);
});
