import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Client, createClient } from "@bookplate/client";
import { createBoundFetch } from "@bookplate/client/dpop";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { installedNode, repositoryRoot } from "../scripts/repository-paths.mjs";
import { waitUntil } from "../scripts/wait-until.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { openNodePage } from "./support/node-page.ts";
import { type RunningServer, startServer } from "./support/running-server.ts";

const password = "lantern orchard velvet nine";

interface Sent {
  readonly address: string;
  readonly headers: Headers;
}

const claimsOf = (proof: string | null) =>
  JSON.parse(Buffer.from(proof?.split(".")[1] ?? "", "base64url").toString("utf8"));

describe.each(["off", "on"])("in a program, with nonces %s", (nonce) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({
      ACCESS_TOKEN_TTL: "5s",
      EMAIL_VERIFICATION: "off",
      DPOP_NONCE: nonce,
    });
  });
  afterAll(() => server?.stop());

  function open(apiOrigins: string[] = []) {
    const page = openNodePage(server.url);
    const sent: Sent[] = [];
    const recorded: typeof fetch = (input, init) => {
      sent.push({ address: String(input), headers: new Headers(init?.headers) });
      return page.fetch(input, init);
    };
    const bound = createBoundFetch({ baseUrl: server.url, fetch: recorded });
    const client = createClient({ baseUrl: server.url, apiOrigins, fetch: bound });
    return { client, page, sent };
  }

  async function registerAlice(client: Client): Promise<void> {
    await client.auth.register({
      name: "Alice",
      email: `alice-${crypto.randomUUID()}@example.org`,
      password,
    });
    expect(client.getSnapshot()).toMatchObject({ status: "user", account: { name: "Alice" } });
  }

  test("a guest asks, becomes an account and keeps the chat, and no token of theirs works without the key", async () => {
    const { client, sent } = open();
    const { id } = await client.chats.create({ title: "Mine" });
    const events: string[] = [];
    for await (const { type } of client.chats.ask(id, { content: "What is a guest?" })) events.push(type);
    expect(events).toContain("finished");
    const guests = await client.tokenFor(server.url);
    await registerAlice(client);
    expect(await client.chats.get(id)).toMatchObject({ title: "Mine" });

    const token = await client.tokenFor(server.url);
    for (const stolen of [guests, token]) {
      for (const scheme of ["Bearer", "DPoP"]) {
        const headers = { authorization: `${scheme} ${stolen}` };
        expect((await fetch(`${server.url}/api/v1/me`, { headers })).status).toBe(401);
      }
    }
    expect(sent.filter(({ headers }) => /^Bearer/.test(headers.get("authorization") ?? ""))).toEqual([]);
  });

  test("a token that has run out is replaced with the same key", async () => {
    const { client, page } = open();
    page.believeTokensLast(900);
    await registerAlice(client);
    const first = await client.tokenFor(server.url);
    await waitUntil("The token has run out", 30_000, async () => {
      const { exp } = claimsOf(first);
      return exp * 1000 < Date.now() ? true : undefined;
    });
    expect(await client.account.get()).toMatchObject({ name: "Alice" });
    expect(await client.tokenFor(server.url)).not.toBe(first);
  });

  test("the author's own service gets a proof for its own address", async () => {
    const received: (string | undefined)[][] = [];
    const service = createServer((request, response) => {
      const { authorization, dpop } = request.headers;
      received.push([authorization, typeof dpop === "string" ? dpop : undefined]);
      response.end("noted");
    });
    await new Promise<void>((listening) => service.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void service.close());
    const origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
    const { client } = open([origin]);
    await registerAlice(client);
    await client.fetch(`${origin}/notes?page=2`, { method: "PUT", body: "a note" });
    const [authorization, proof] = received[0] ?? [];
    expect(authorization).toMatch(/^DPoP /);
    expect(claimsOf(proof ?? null)).toMatchObject({ htm: "PUT", htu: `${origin}/notes` });
  });

  test("whoever signs out cannot come back with what they had", async () => {
    const { client } = open();
    await registerAlice(client);
    const token = await client.tokenFor(server.url);
    await client.auth.logout();
    expect(client.getSnapshot().status).toBe("guest");
    expect(await client.tokenFor(server.url)).toBeNull();
    const headers = { authorization: `DPoP ${token}` };
    expect((await fetch(`${server.url}/api/v1/me`, { headers })).status).toBe(401);
  });
});

test("in a browser alice stays signed in over a reload and in another tab, with a key that no script can carry away", async () => {
  const site = join(repositoryRoot, ".cache", "bound-session");
  const vite = join(repositoryRoot, "node_modules", "vite", "bin", "vite.js");
  const page = join(repositoryRoot, "e2e", "pages", "bound-session");
  const build = [vite, "build", page, "--outDir", join(site, "build"), "--emptyOutDir", "--logLevel", "warn"];
  await promisify(execFile)(installedNode, build);
  const server = await startServer({ EMAIL_VERIFICATION: "off", BOOK_DIR: site });
  const browser = await launchBrowser();
  onTestFinished(async () => {
    await browser.close();
    await server.stop();
  });

  const alices = await openPersonsBrowser(browser);
  keepEvidence("bound-session", alices);
  const tab = alices.page;
  const status = tab.getByRole("status");
  await tab.goto(`${server.url}/`);
  await tab.getByRole("button", { name: "Ask" }).click();
  await status.filter({ hasText: "finished" }).waitFor();
  await tab.getByRole("button", { name: "Register" }).click();
  await status.filter({ hasText: "user Alice" }).waitFor();
  await tab.reload();
  await status.filter({ hasText: "user Alice" }).waitFor();
  const other = await alices.context.newPage();
  await other.goto(`${server.url}/`);
  await other.getByRole("status").filter({ hasText: "user Alice" }).waitFor();

  expect(await alices.context.cookies()).toEqual([]);
  expect(JSON.stringify(await tab.evaluate(() => ({ ...localStorage, ...sessionStorage })))).not.toMatch(
    /bpr_|eyJ/,
  );
  const kept = () =>
    tab.evaluate(async () => {
      const settled = <Result>(request: IDBRequest<Result>) =>
        new Promise<Result>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await settled(indexedDB.open("bookplate:dpop"));
      const store = database.transaction("session").objectStore("session");
      const [key, refreshToken] = await Promise.all([
        settled<CryptoKeyPair>(store.get("key")),
        settled<unknown>(store.get("refreshToken")),
      ]);
      database.close();
      const exported = await crypto.subtle.exportKey("pkcs8", key.privateKey).catch(() => "refused");
      return { exported, refreshToken };
    });
  const before = await kept();
  expect(before).toMatchObject({ exported: "refused", refreshToken: expect.stringMatching(/^bpr_/) });
  // Carried to another machine, the refresh token opens nothing.
  const elsewhere = await fetch(`${server.url}/api/v1/auth/refresh`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refreshToken: before.refreshToken }),
  });
  expect(elsewhere.status).toBe(401);

  await other.getByRole("button", { name: "Sign out" }).click();
  await status.filter({ hasText: "guest nobody" }).waitFor();
  await expect.poll(kept).toMatchObject({ refreshToken: undefined });
  await tab.reload();
  await status.filter({ hasText: "guest nobody" }).waitFor();
  expect(alices.complaints).toEqual([]);
});
