import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiDocument, operationsOf } from "../src/http/openapi-operations.ts";
import { uuidv7 } from "../src/uuid.ts";
import { requestBodies } from "./support/api-document.ts";
import { readState } from "./support/database-state.ts";
import { guestWithChats } from "./support/guests.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, type StaffMember } from "./support/staff.ts";

/** What a moderator may call; how far, the tests of each say. */
const moderators = ["banAccount", "handleReport", "liftBan", "listReports", "listUsers", "readUser"];
/** For whoever holds the key, whatever their role. */
const keyHolders = ["claimServer"];

let server: TestServer;
let alice: StaffMember;
let dave: StaffMember;
let guest: { readonly accessToken: string };
let calls: { name: string; method: string; path: string; body: unknown }[];
beforeAll(async () => {
  server = await startTestServer();
  const staff = await openStaffRoom(server);
  alice = await staff.hire("user", "alice");
  dave = await staff.hire("moderator", "dave");
  guest = await guestWithChats(server.browser());
  const { body: document } = await server.browser().get<ApiDocument>("/openapi.json");
  calls = operationsOf(document)
    .filter(({ address }) => address.startsWith("/api/v1/admin/"))
    .map(({ method, address, operation }) => ({
      name: operation.operationId ?? "",
      method: method.toUpperCase(),
      path: address.replace("{id}", alice.userId).replace(/\{\w+\}/, uuidv7()),
      body: requestBodies(operation)[0]?.examples[0]?.value,
    }));
});
afterAll(() => server.close());

/** What every request leaves behind: that somebody was here. */
const traces = ["active_day", "session"];

async function stateBeside(): Promise<object> {
  const state = Object.entries(await readState(server.database.db));
  return Object.fromEntries(state.filter(([table]) => !traces.includes(table)));
}

async function refusals(accessToken: string | undefined, but: readonly string[] = keyHolders) {
  const answers = [];
  for (const { name, method, path, body } of calls.filter((call) => !but.includes(call.name))) {
    const answer = await server.browser().send<{ code?: string }>(method, path, { accessToken, body });
    answers.push({ name, status: answer.status, code: answer.body.code });
  }
  return answers;
}

test("there are routes of administration, and the lists here name some of them", () => {
  const names = calls.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(moderators));
  expect(names.length).toBeGreaterThan(15);
});

test("nobody gets anything from any of them without a token, and nothing changes", async () => {
  const before = await stateBeside();
  for (const { name, ...answer } of await refusals(undefined, []))
    expect(answer, name).toEqual({ status: 401, code: "unauthenticated" });
  expect(await stateBeside()).toEqual(before);
});

test.each([
  ["a guest", () => guest.accessToken, keyHolders],
  ["a reader", () => alice.accessToken, keyHolders],
  ["a moderator", () => dave.accessToken, [...keyHolders, ...moderators]],
])(
  "%s is refused by each that is not theirs, whatever is asked, and nothing changes",
  async (_, token, but) => {
    const before = await stateBeside();
    for (const { name, ...answer } of await refusals(token(), but))
      expect(answer, name).toEqual({ status: 403, code: "insufficient-rank" });
    expect(await stateBeside()).toEqual(before);
  },
);
