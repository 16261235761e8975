import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type Client, createClient, findProblem, isProblem, NetworkError } from "@bookplate/client";
import { attachAxios } from "@bookplate/client/axios";
import axios, { type AxiosInstance } from "axios";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { waitUntil } from "../scripts/wait-until.ts";
import { type NodePage, openNodePage } from "./support/node-page.ts";
import { type RunningServer, startServer } from "./support/running-server.ts";

const password = "lantern orchard velvet nine";
const tokenSeconds = 5;
let server: RunningServer;
let registered = 0;

beforeAll(async () => {
  server = await startServer({ ACCESS_TOKEN_TTL: `${tokenSeconds}s`, EMAIL_VERIFICATION: "off" });
});

afterAll(() => server?.stop());

interface Opened {
  client: Client;
  http: AxiosInstance;
  detach: () => void;
  page: NodePage;
}

function open(apiOrigins: string[] = []): Opened {
  const page = openNodePage(server.url);
  const client = createClient({ baseUrl: server.url, apiOrigins, fetch: page.fetch });
  const http = axios.create({ baseURL: `${server.url}/api/v1` });
  return { client, http, detach: attachAxios(http, client), page };
}

async function signUp({ client }: Opened): Promise<void> {
  registered++;
  await client.auth.register({ name: "Alice", email: `alice${registered}@example.org`, password });
  expect(client.getSnapshot().status).toBe("user");
}

/** The server refuses the token that the page still believes in. */
async function outliveToken(opened: Opened): Promise<void> {
  opened.page.believeTokensLast(900);
  await signUp(opened);
  const token = await opened.client.tokenFor(server.url);
  const headers = { authorization: `Bearer ${token}` };
  await waitUntil("The token has run out", 30_000, async () => {
    const { status } = await fetch(`${server.url}/api/v1/auth/session`, { headers });
    return status === 401 ? true : undefined;
  });
}

const refreshes = ({ asked }: NodePage) =>
  asked.filter((address) => address.endsWith("/auth/refresh")).length;

test("an axios instance calls as nobody, then as the guest, then as the account", async () => {
  const opened = open();
  const { client, http } = opened;
  expect(findProblem(await http.get("/me").catch((error) => error))?.code).toBe("unauthenticated");
  await client.ensureGuest();
  expect((await http.get("/me")).data).toMatchObject({ role: "guest" });
  await signUp(opened);
  expect((await http.get("/me")).data).toMatchObject({ role: "user", name: "Alice" });
});

test("calls that are refused together share one refresh and are repeated with their bodies, everybody's interceptors running once", async () => {
  const opened = open();
  const { http, page } = opened;
  let answers = 0;
  http.interceptors.response.use((answer) => {
    answers++;
    return { ...answer, data: answer.data.name };
  });
  await outliveToken(opened);
  const calls = Array.from({ length: 10 }, () => http.get("/me"));
  calls.push(http.patch("/me", { name: "Alice Liddell" }));
  const names = (await Promise.all(calls)).map(({ data }) => data);
  expect(names.at(-1)).toBe("Alice Liddell");
  expect(names.filter((name) => !/^Alice( Liddell)?$/.test(name))).toEqual([]);
  expect(answers).toBe(11);
  expect(refreshes(page)).toBe(1);
  expect((await http.get("/me")).data).toBe("Alice Liddell");
});

test("an instance that takes every status for a success is refreshed too", async () => {
  const opened = open();
  opened.http.defaults.validateStatus = () => true;
  await outliveToken(opened);
  expect((await opened.http.get("/me")).status).toBe(200);
  expect((await opened.http.get("/conversations/none")).status).toBeGreaterThanOrEqual(400);
});

test("client.fetch does the same against the same server", async () => {
  const opened = open();
  await outliveToken(opened);
  const address = `${server.url}/api/v1/me`;
  const answers = await Promise.all([opened.client.fetch(address), opened.client.fetch(address)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(refreshes(opened.page)).toBe(1);
});

test("a failure stays axios's own, and its cause is the server's refusal", async () => {
  const opened = open();
  await signUp(opened);
  const error = await opened.http.post("/conversations", { title: 7 }).catch((reason) => reason);
  expect(axios.isAxiosError(error)).toBe(true);
  expect(isProblem(error.cause, "validation-failed")).toBe(true);
  expect(findProblem(error)?.fields).toMatchObject([{ field: "title" }]);
  const asText = await opened.http.get("/nowhere", { responseType: "text" }).catch((reason) => reason);
  expect(findProblem(asText)?.code).toBe("not-found");
});

test("a server that cannot be reached is a network error; giving up is not", async () => {
  const { http } = open();
  const away = await http.get("http://127.0.0.1:9/notes").catch((reason) => reason);
  expect(axios.isAxiosError(away)).toBe(true);
  expect(away.cause).toBeInstanceOf(NetworkError);
  const givenUp = await http.get("/me", { signal: AbortSignal.abort() }).catch((reason) => reason);
  expect(axios.isCancel(givenUp)).toBe(true);
  expect(givenUp.cause).toBeUndefined();
});

test("a token goes to named origins only, a service that refuses for ever is asked twice, and detaching ends it all", async () => {
  const [own, stranger] = [await startService(), await startService()];
  const opened = open([own.url]);
  await signUp(opened);
  await opened.http.get(`${stranger.url}/notes`).catch(() => {});
  expect(stranger.tokens).toEqual([undefined]);

  const refused = await opened.http.get(`${own.url}/notes`).catch((reason) => reason);
  expect(refused.response.status).toBe(401);
  expect(own.tokens).toEqual([expect.stringMatching(/^Bearer ey/), expect.stringMatching(/^Bearer ey/)]);

  await opened.http.get(`${own.url}/notes`, { headers: { Authorization: "Basic YTpi" } }).catch(() => {});
  opened.detach();
  await opened.http.get(`${own.url}/notes`).catch(() => {});
  expect(own.tokens.slice(2)).toEqual(["Basic YTpi", undefined]);
});

/** A service of another make that takes no token for good. */
async function startService() {
  const tokens: IncomingMessage["headers"]["authorization"][] = [];
  const service = createServer((request, response) => {
    tokens.push(request.headers.authorization);
    response.writeHead(401, { "www-authenticate": 'Bearer error="invalid_token"' }).end("no");
  }).listen(0, "127.0.0.1");
  await once(service, "listening");
  onTestFinished(() => void service.close());
  const address = service.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return { tokens, url: `http://127.0.0.1:${address.port}` };
}
