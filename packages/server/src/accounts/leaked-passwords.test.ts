import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { createLeakedPasswords } from "./leaked-passwords.ts";

const leaked = "lantern orchard velvet nine";
const hash = createHash("sha1").update(leaked).digest("hex").toUpperCase();
const rest = hash.slice(5);
const other = "0018A45C4D1DEF81644B54AB7F969B88D65";

let service: Server | undefined;
afterEach(() => {
  service?.closeAllConnections();
  service?.close();
  service = undefined;
});

/** The service, on this machine, and a check that asks it. */
async function askingOf(answer: RequestListener) {
  const asked: IncomingMessage[] = [];
  service = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(service, "listening");
  const { port } = service.address() as AddressInfo;
  let now = new Date("2026-11-21T12:00:00Z");
  const warn = vi.fn();
  const url = `http://127.0.0.1:${port}/range`;
  const passwords = createLeakedPasswords({ url, clock: { now: () => now }, log: { warn } });
  return {
    asked,
    warn,
    has: passwords.has,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

/** As the service writes them: carriage returns, padding with a count of 0, no line at the end. */
const range =
  (...lines: string[]): RequestListener =>
  (_, response) =>
    response.end(lines.join("\r\n"));

test("a leaked password is found, and the service learns five digits of its hash and nothing else", async () => {
  const { has, asked } = await askingOf(range(`${other}:3`, `${rest}:12`));
  expect(await has(leaked)).toBe(true);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.url).toBe(`/range/${hash.slice(0, 5)}`);
  expect(asked[0]?.headers["add-padding"]).toBe("true");
  expect(JSON.stringify(asked[0]?.headers)).not.toContain(rest);
});

test("a password that the service does not list is none, and neither is padding", async () => {
  const { has, warn } = await askingOf(range(`${other}:3`, `${rest}:0`));
  expect(await has(leaked)).toBe(false);
  expect(warn).not.toHaveBeenCalled();
});

const failures: [string, RequestListener][] = [
  ["is asked too often", (_, response) => response.writeHead(429, { "retry-after": "2" }).end()],
  ["is down for a while", (_, response) => response.writeHead(503).end("try later")],
  ["answers something else", (_, response) => response.end(`<html>${rest}:12</html>`)],
  ["answers nothing", (_, response) => response.end()],
  ["closes the connection", (request) => request.socket.destroy()],
  ["does not answer in a second", () => {}],
  ["begins and does not go on", (_, response) => response.write(`${rest}:12\r\n`)],
  ["does not stop", range(...Array.from({ length: 100_000 }, () => `${other}:1`), `${rest}:12`)],
];

test.each(failures)("where the service %s, a password passes", async (_what, answer) => {
  const { has, warn } = await askingOf(answer);
  expect(await has(leaked)).toBe(false);
  expect(warn).toHaveBeenCalledOnce();
});

test("nobody is followed to another address", async () => {
  let followed = false;
  const { has } = await askingOf((request, response) => {
    if (request.url === "/elsewhere") {
      followed = true;
      response.end(`${rest}:12`);
    } else response.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect(await has(leaked)).toBe(false);
  expect(followed).toBe(false);
});

test("a service that stays away is complained of once per hour", async () => {
  const { has, warn, pass } = await askingOf((_, response) => response.writeHead(503).end());
  for (let time = 0; time < 3; time += 1) await has(leaked);
  expect(warn).toHaveBeenCalledTimes(1);
  pass(60 * 60_000);
  await has(leaked);
  expect(warn).toHaveBeenCalledTimes(2);
  // No part of a password, nor of its hash, is in what is written down.
  expect(JSON.stringify(warn.mock.calls)).not.toContain(rest);
});
