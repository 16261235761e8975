// Wrong passwords are remembered, and somebody hears of it where they show a pattern. OWASP ASVS 5.0, 16.3.1, 16.3.3.
import pino from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type AttackWatch, createAttackWatch } from "../src/audit/attack-watch.ts";
import { createAudit } from "../src/audit/audit.ts";
import type { Letter } from "../src/mail/letter.ts";
import { addressOf, countingServer, from, guess, guessFromEverywhere } from "./support/attacks.ts";
import { person, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

let server: TestServer;
let watch: AttackWatch;
let lines: string[] = [];
const letters: Letter[] = [];
beforeAll(async () => {
  server = await startTestServer(countingServer);
  const { clock, database } = server;
  const audit = createAudit({ clock });
  const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  const mail = {
    enqueue: async (_: unknown, letter: Letter) => void letters.push(letter),
    countSince: async (_: unknown, to: string, __: unknown, since: Date) =>
      letters.filter((letter) => letter.to === to && "at" in letter && letter.at && letter.at > since).length,
  };
  const accountUrl = "http://localhost/account";
  watch = createAttackWatch({ database: database.db, clock, audit, mail, log, accountUrl });
});
afterAll(() => server.close());
beforeEach(() => {
  // What earlier tests tried is over a week old.
  server.clock.advance(9 * day);
  lines = [];
  letters.length = 0;
});

const eventsOf = (kind: "password-spraying" | "account-under-attack" | "sign-in-failed") =>
  server.database.db
    .selectFrom("securityEvent")
    .select(["userId", "actorKind", "ipAddress", "detail"])
    .where("kind", "=", kind)
    .where("createdAt", ">", new Date(server.clock.now().getTime() - 8 * day))
    .execute();

/** One try per account every ten minutes. */
async function spray(accounts: number, addressFor: (index: number) => string): Promise<void> {
  for (let index = 0; index < accounts; index += 1) {
    await guess(server, `reader${index}@example.org`, addressFor(index));
    server.clock.advance(10 * minute);
  }
}

test("one try per account every ten minutes from one address raises an alarm, once", async () => {
  const anna = person("Anna");
  await registerAndVerify(server, anna);
  await guess(server, anna.email, "203.0.113.7");
  await spray(18, () => "203.0.113.7");
  await watch.look();
  expect(await eventsOf("password-spraying")).toEqual([]);
  await guess(server, "one-more@example.org", "203.0.113.7");
  await watch.look();
  await watch.look();
  const detail = { network: "203.0.113.7/32", accounts: 20 };
  expect(await eventsOf("password-spraying")).toMatchObject([{ userId: null, actorKind: "system", detail }]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 40, ...detail }]);
});

test("one try per account every ten minutes, each from another address, raises one, too", async () => {
  await spray(59, addressOf);
  await watch.look();
  expect(await eventsOf("password-spraying")).toEqual([]);
  await guess(server, "one-more@example.org", addressOf(70));
  await watch.look();
  await watch.look();
  const detail = { network: null, accounts: 60, usual: 0 };
  expect(await eventsOf("password-spraying")).toMatchObject([{ detail }]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 40, ...detail }]);
});

test("readers behind one address who mistype and then get in are not counted", async () => {
  const school = "203.0.113.20";
  const pupil = person("Pupil");
  await registerAndVerify(server, pupil);
  await guess(server, pupil.email, school);
  const { email, password } = pupil;
  expect((await server.browser().post("/auth/login", { email, password }, from(school))).status).toBe(200);
  await spray(19, () => school);
  await watch.look();
  expect(await eventsOf("password-spraying")).toEqual([]);
  await guess(server, "one-more@example.org", school);
  await watch.look();
  expect(await eventsOf("password-spraying")).toMatchObject([{ detail: { accounts: 20 } }]);
});

test("an account whose limit is used up is said once an hour, and its owner is written to once a day", async () => {
  const olga = person("Olga");
  const session = await registerAndVerify(server, olga);
  const attackAndLook = async () => {
    await guessFromEverywhere(server, olga.email, 40);
    await watch.look();
    await watch.look();
  };
  await attackAndLook();
  const { id } = session.account;
  const said = { userId: id, actorKind: "system", detail: { tries: 30, networks: 30 } };
  expect(await eventsOf("account-under-attack")).toMatchObject([said]);
  expect(letters).toMatchObject([{ kind: "account-under-attack", to: olga.email }]);
  server.clock.advance(61 * minute);
  await attackAndLook();
  expect(await eventsOf("account-under-attack")).toMatchObject([said, said]);
  expect(letters).toHaveLength(1);
  // Nobody is shut out for it: with the hour the limit ends.
  server.clock.advance(61 * minute);
  const { email, password } = olga;
  expect((await server.browser().post("/auth/login", { email, password }, from(addressOf(0)))).status).toBe(
    200,
  );
});

test("the owner sees each wrong password; of an address without an account nothing but a keyed hash is kept", async () => {
  const wanda = person("Wanda");
  const browser = server.browser();
  await registerAndVerify(server, wanda, { browser });
  await guess(server, wanda.email, "203.0.113.30");
  await guess(server, "no-such-reader@example.org", "203.0.113.31");
  const { body } = await browser.post<{ accessToken: string }>("/auth/refresh", {});
  const activity = await browser.get<{ items: object[] }>("/me/activity?limit=1", body);
  expect(activity.body.items).toMatchObject([{ kind: "sign-in-failed", ip: "203.0.113.30" }]);
  const [ofStranger] = (await eventsOf("sign-in-failed")).filter(({ userId }) => userId === null);
  expect(ofStranger?.detail).toEqual({
    network: "203.0.113.31/32",
    identifier: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(JSON.stringify(ofStranger)).not.toContain("no-such-reader");
});
