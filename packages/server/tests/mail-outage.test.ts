import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { type MailServer, startMailServer } from "./support/mail-server.ts";
import { alice } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const timeoutMs = 60_000;
const minute = 60_000;

let mailServer: MailServer;
let server: TestServer;
beforeEach(async () => {
  mailServer = await startMailServer();
  server = await startTestServer({
    SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
    MAIL_FROM: "Physical AI <book@example.org>",
  });
});
afterEach(async () => {
  await server.close();
  await mailServer.close();
});

const letters = () => server.database.db.selectFrom("letter").selectAll().execute();
const addressOf = (index: number) => `reader-${index}@example.org`;

async function register(index: number): Promise<void> {
  const answer = await server.browser().post("/auth/register", { ...alice, email: addressOf(index) });
  expect(answer.status).toBe(202);
}

const readiness = async () => (await (await fetch(`${server.url}/readyz`)).json()) as { mail: string };

test("a mail server that is away for an hour gets every letter once when it is back", async () => {
  await register(0);
  await waitUntil("the first letter is there", timeoutMs, async () => mailServer.received[0]);
  await mailServer.goAway();
  for (let index = 1; index <= 12; index++) {
    await register(index);
    server.clock.advance(5 * minute);
  }
  await waitUntil("every letter has been tried", timeoutMs, async () => {
    const rows = (await letters()).filter(({ state }) => state === "queued");
    return (rows.length === 12 && rows.every(({ attempts }) => attempts > 0)) || undefined;
  });
  expect(await readiness()).toMatchObject({ status: "ok", mail: "failing" });

  await mailServer.listen();
  // Whatever goes out first brings the others along.
  server.clock.advance(20 * minute);
  await register(13);
  await waitUntil("every letter is out", timeoutMs, async () => {
    const rows = await letters();
    return (rows.length === 14 && rows.every(({ state }) => state === "sent")) || undefined;
  });
  const to = mailServer.received.flatMap((letter) => letter.to).toSorted();
  expect(to).toEqual(Array.from({ length: 14 }, (_, index) => addressOf(index)).toSorted());
  expect(new Set(mailServer.received.map(({ messageId }) => messageId)).size).toBe(14);
  expect(await readiness()).toMatchObject({ mail: "sending" });
});

test("an address that nobody reads gets no second letter, and the answers do not tell", async () => {
  mailServer.refuse = (to) =>
    to === addressOf(1) ? { at: "rcpt", code: 550, text: "5.1.1 no such mailbox" } : undefined;
  await register(1);
  await waitUntil("the letter is given up", timeoutMs, async () =>
    (await letters()).find(({ state }) => state === "failed"),
  );
  mailServer.refuse = undefined;
  const [known, other] = [
    await server.browser().post("/auth/register", { ...alice, email: addressOf(1) }),
    await server.browser().post("/auth/register", { ...alice, email: addressOf(2) }),
  ];
  expect({ status: known.status, body: known.body }).toEqual({ status: other.status, body: other.body });
  expect([...known.headers.keys()]).toEqual([...other.headers.keys()]);
  await waitUntil("the other letter is out", timeoutMs, async () => mailServer.received[0]);
  await waitUntil("the second letter is suppressed", timeoutMs, async () =>
    (await letters()).find(({ state, lastError }) => state === "suppressed" && lastError === "bounced"),
  );
  expect(mailServer.received.flatMap(({ to }) => to)).toEqual([addressOf(2)]);

  // After a month it is tried again.
  server.clock.advance(31 * 24 * 60 * minute);
  await register(1);
  await waitUntil("the address got its letter", timeoutMs, async () =>
    mailServer.received.find(({ to }) => to[0] === addressOf(1)),
  );
});

test("a mailbox that is full gets its letter when there is room", async () => {
  mailServer.refuse = () => ({ at: "rcpt", code: 452, text: "4.2.2 mailbox full" });
  await register(1);
  await waitUntil("the letter waits", timeoutMs, async () =>
    (await letters()).find(({ lastError }) => lastError?.includes("452")),
  );
  mailServer.refuse = undefined;
  server.clock.advance(3 * minute);
  await register(2);
  await waitUntil("both letters are out", timeoutMs, async () =>
    mailServer.received.length === 2 ? true : undefined,
  );
  expect(await readiness()).toMatchObject({ mail: "sending" });
});
