import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { type MailServer, startMailServer } from "./support/mail-server.ts";
import { alice } from "./support/people.ts";
import { type ResendStandIn, refusals, startResendStandIn } from "./support/resend-stand-in.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const timeoutMs = 60_000;
const apiKey = "re_123456789";

let mailServer: MailServer;
let resend: ResendStandIn;
let server: TestServer | undefined;
beforeEach(async () => {
  mailServer = await startMailServer();
  resend = await startResendStandIn(apiKey);
});
afterEach(async () => {
  await server?.close();
  await mailServer.close();
  await resend.close();
});

async function start(transports: string | undefined): Promise<TestServer> {
  server = await startTestServer({
    SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
    RESEND_API_KEY: apiKey,
    RESEND_BASE_URL: resend.url,
    MAIL_FROM: "book@example.org",
    ...(transports && { MAIL_TRANSPORT: transports }),
  });
  return server;
}

async function register(at: TestServer, email: string = alice.email): Promise<void> {
  expect((await at.browser().post("/auth/register", { ...alice, email })).status).toBe(202);
}

const waitForState = (at: TestServer, state: string) =>
  waitUntil(`a letter is ${state}`, timeoutMs, async () => {
    const rows = await at.database.db.selectFrom("letter").selectAll().execute();
    return rows.find((row) => row.state === state);
  });

test("the first transport that is named takes the letters, the other one those that it does not take", async () => {
  const at = await start("resend,smtp");
  await register(at, "one@example.org");
  expect(await waitForState(at, "sent")).toMatchObject({ sentBy: "resend" });
  expect(mailServer.received).toEqual([]);
  resend.refuse = refusals.unverifiedDomain;
  await register(at, "two@example.org");
  await waitUntil("the mail server has the letter", timeoutMs, async () => mailServer.received[0]);
  expect(mailServer.received).toMatchObject([{ to: ["two@example.org"] }]);
  expect(resend.taken.size).toBe(1);
});

test("without a choice SMTP comes first; while it is away letters go through Resend", async () => {
  const at = await start(undefined);
  await mailServer.goAway();
  await register(at);
  expect(await waitForState(at, "sent")).toMatchObject({ sentBy: "resend", attempts: 1 });
  expect(resend.taken.size).toBe(1);
});

test("a recipient that does not exist is not asked for elsewhere", async () => {
  const at = await start(undefined);
  mailServer.refuse = () => ({ at: "rcpt", code: 550, text: "5.1.1 unknown" });
  await register(at);
  await waitForState(at, "failed");
  expect(resend.requests).toEqual([]);
});

test("a transport that is not named is not used", async () => {
  const at = await start("resend");
  resend.refuse = refusals.broken;
  await register(at);
  await waitUntil("the letter waits", timeoutMs, async () => {
    const [row] = await at.database.db.selectFrom("letter").selectAll().execute();
    return row?.lastError === "resend 500 application_error" || undefined;
  });
  expect(mailServer.received).toEqual([]);
});

test("when Resend asks for a pause, letters wait for it and none of them is given up", async () => {
  const at = await start("resend");
  resend.refuse = refusals.rateLimit;
  const readers = Array.from({ length: 8 }, (_, index) => `reader-${index}@example.org`);
  for (const email of readers) await register(at, email);
  await waitUntil("a pause was asked for", timeoutMs, async () => resend.requests.length > 0 || undefined);
  resend.refuse = undefined;
  await waitUntil(
    "every letter is out",
    timeoutMs,
    async () => resend.taken.size === readers.length || undefined,
  );
  const rows = await at.database.db.selectFrom("letter").selectAll().execute();
  expect(rows.map(({ recipient }) => recipient).toSorted()).toEqual(readers);
  for (const { attempts } of rows) expect(attempts).toBe(1);
});
