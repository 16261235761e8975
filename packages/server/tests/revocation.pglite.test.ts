import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { loadConfig } from "../src/config/load.ts";
import { createLog } from "../src/log.ts";
import { startServer } from "../src/server.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser } from "./support/browser.ts";

const directory = mkdtempSync(join(tmpdir(), "bookplate-revocation-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function start() {
  const port = await findFreePort();
  const bookOfTests = join(import.meta.dirname, "book");
  const settings = { PORT: String(port), BOOKPLATE_DATA_DIR: directory, BOOK_DIR: bookOfTests };
  const server = await startServer(
    loadConfig({ ...settings, PUBLIC_URL: "http://localhost:7860" }),
    createLog("fatal"),
  );
  const url = `http://localhost:${port}`;
  const browser = createBrowser(url);
  return {
    close: server.close,
    readiness: async () => (await fetch(`${url}/readyz`)).json(),
    post: <T>(path: string, body: unknown) =>
      browser.post<T>(path, body, { origin: "http://localhost:7860" }),
    ask: async ({ accessToken }: SessionAnswer) =>
      (await browser.get("/auth/session", { accessToken })).body.code ?? "welcome",
  };
}

test("on the embedded database an ended session is refused at once, and after a restart as well", async () => {
  const server = await start();
  expect(await server.readiness()).toEqual({
    status: "ok",
    database: "pglite",
    jobs: "running",
    mail: "sending",
    notifications: "hearing",
  });
  const guest = async () => (await server.post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  const [ended, living] = [await guest(), await guest()];
  await server.post("/auth/logout", { refreshToken: ended.refreshToken });
  expect(await server.ask(ended)).toBe("session-ended");
  expect(await server.ask(living)).toBe("welcome");
  await server.close();

  const restarted = await start();
  expect(await restarted.ask(ended)).toBe("session-ended");
  expect(await restarted.ask(living)).toBe("welcome");
  await restarted.close();
});
