import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { fetchJson } from "./fetch-json.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("an answer that does not begin, or does not end, is given up", async () => {
  const silent = await serve(() => {});
  const endless = await serve((_request, response) => response.writeHead(200).write("{"));
  for (const url of [silent, endless]) {
    await expect(fetchJson(url, {}, { timeoutMs: 50 })).rejects.toMatchObject({
      name: "ProviderUnreachableError",
    });
  }
});

test("a redirect is not followed", async () => {
  const elsewhere = await serve((_request, response) => response.end("{}"));
  const url = await serve((_request, response) => response.writeHead(302, { location: elsewhere }).end());
  await expect(fetchJson(url)).rejects.toMatchObject({ name: "ProviderUnreachableError" });
});

test("a JSON object is read, in whatever pieces it comes", async () => {
  const url = await serve((_request, response) => {
    response.write('{"a":');
    response.end("1}");
  });
  expect(await fetchJson(url)).toEqual({ a: 1 });
});
