// The example of a service of one's own, with the guard as authors get it: made into plain JavaScript.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGuard } from "../scripts/build-guard.ts";
import { type OwnApi, startOwnApi } from "./support/own-api.ts";
import { type RunningServer, startServer } from "./support/running-server.ts";

const introspectionToken = randomBytes(32).toString("hex");

let server: RunningServer;
beforeAll(async () => {
  await buildGuard();
  server = await startServer({ INTROSPECTION_TOKEN: introspectionToken, EMAIL_VERIFICATION: "off" });
});
afterAll(() => server?.stop());

async function signIn(path: string, body: object = {}): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ delivery: "body", ...body }),
  });
  const { accessToken, session }: { accessToken?: string; session?: { accessToken: string } } =
    await answer.json();
  return accessToken ?? session?.accessToken ?? "";
}

const newGuest = () => signIn("guest");
const newReader = () =>
  signIn("register", {
    name: "Alice",
    email: `alice${randomBytes(4).toString("hex")}@example.org`,
    password: "lantern orchard velvet nine",
  });

describe.each(["node.mjs", "hono.mjs"])("%s", (file) => {
  let service: OwnApi;
  beforeAll(async () => {
    service = await startOwnApi(file, {
      BOOKPLATE_URL: server.url,
      INTROSPECTION_TOKEN: introspectionToken,
    });
  });
  afterAll(() => service?.stop());

  test("knows guests and readers, keeps readers' notes alone, and shows nobody else the desk", async () => {
    const [guest, reader] = [await newGuest(), await newReader()];
    const statusOf = async (method: string, path: string, token?: string) =>
      (await service.ask(method, path, token)).status;
    expect(await (await service.ask("GET", "/whoami", guest)).json()).toMatchObject({ role: "guest" });
    expect(await statusOf("GET", "/whoami")).toBe(401);
    expect(await statusOf("POST", "/notes", guest)).toBe(403);
    expect(await statusOf("POST", "/notes", reader)).toBe(200);
    const notes = await service.ask("GET", "/notes", reader);
    expect(await notes.json()).toMatchObject([{ text: "Ask about the index" }]);
    expect(await statusOf("GET", "/desk", reader)).toBe(403);
  });

  test("refuses more than twenty notes a minute", async () => {
    const reader = await newReader();
    const statuses: number[] = [];
    for (let note = 0; note < 21; note += 1)
      statuses.push((await service.ask("POST", "/notes", reader)).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429]);
  });

  test("refuses a session that has ended, because it asks", async () => {
    const guest = await newGuest();
    await fetch(`${server.url}/api/v1/auth/logout`, {
      method: "POST",
      headers: { authorization: `Bearer ${guest}` },
    });
    expect((await service.ask("GET", "/whoami", guest)).status).toBe(401);
  });
});
