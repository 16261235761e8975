import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { type MailServer, startMailServer } from "./support/mail-server.ts";
import { alice } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const timeoutMs = 60_000;
const secret = "one secret for all nodes and long enough for a test";

let mailServer: MailServer;
let nodes: TestServer[];
beforeEach(async () => {
  mailServer = await startMailServer();
  const settings = {
    SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
    MAIL_FROM: "book@example.org",
    BOOKPLATE_SECRET: secret,
  };
  const first = await startTestServer(settings);
  nodes = [first];
  for (let count = 1; count < 3; count++) nodes.push(await startTestServer(settings, first));
});
afterEach(async () => {
  const [first, ...others] = nodes;
  for (const node of others) await node.close();
  await first?.close();
  await mailServer.close();
});

test("several nodes on one outbox send each letter once", async () => {
  const readers = Array.from({ length: 45 }, (_, index) => `reader-${index}@example.org`);
  // While the mail server is slow, all nodes want the same letters.
  const { promise: open, resolve } = Promise.withResolvers<void>();
  mailServer.hold = open;
  const answers = await Promise.all(
    readers.map((email, index) =>
      nodes[index % nodes.length]?.browser().post("/auth/register", { ...alice, email }),
    ),
  );
  expect(answers.map((answer) => answer?.status)).toEqual(readers.map(() => 202));
  await waitUntil("the nodes have opened connections", timeoutMs, async () =>
    mailServer.connections.count > 5 ? true : undefined,
  );
  resolve();
  await waitUntil("every letter is out", timeoutMs, async () => {
    const rows = await nodes[0]?.database.db.selectFrom("letter").select("state").execute();
    return (rows?.length === readers.length && rows.every(({ state }) => state === "sent")) || undefined;
  });
  expect(mailServer.received.flatMap(({ to }) => to).toSorted()).toEqual(readers.toSorted());
});
