import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, type StaffMember, type StaffRoom } from "./support/staff.ts";

const promisedMs = 1_000;
const rounds = 5;

const on = { database: await openPreparedDatabase(), clock: createTestClock() };
let first: TestServer;
let second: TestServer;
let room: StaffRoom;
beforeAll(async () => {
  const ports = [await findFreePort(), await findFreePort()];
  const settings = {
    PUBLIC_URL: "http://localhost:7860",
    ALLOWED_ORIGINS: ports.map((port) => `http://localhost:${port}`).join(),
    BOOKPLATE_SECRET: "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz",
  };
  first = await startTestServer({ ...settings, PORT: String(ports[0]) }, on);
  // While it is alone: either node may send a letter, each into a mailbox of its own.
  room = await openStaffRoom(first);
  second = await startTestServer({ ...settings, PORT: String(ports[1]) }, on);
});
afterAll(async () => {
  await Promise.all([first?.close(), second?.close()]);
  await on.database.close();
});

/** @returns how long the other node went on after the first one had answered */
async function refusedElsewhereAfterMs(
  { accessToken }: StaffMember,
  code: string,
  act: () => Promise<{ status: number }>,
): Promise<number> {
  const askElsewhere = async () => {
    const { status, body } = await second.browser().get("/auth/session", { accessToken });
    return { status, code: body.code };
  };
  expect(await askElsewhere()).toEqual({ status: 200, code: undefined });
  expect((await act()).status).toBe(200);
  const answeredAt = performance.now();
  await expect.poll(askElsewhere, { interval: 2 }).toEqual({ status: 401, code });
  return performance.now() - answeredAt;
}

const middleOf = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

test("a role that was taken at one node is refused at the other within a second, and so is somebody who was banned", async () => {
  const carol = await room.hire("admin", "Carol");
  const [demoted, banned]: number[][] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const dave = await room.hire("moderator", "Dave");
    demoted?.push(
      await refusedElsewhereAfterMs(dave, "token-stale", () => room.changeRole(carol, dave, "user")),
    );
    const bob = await room.hire("user", "Bob");
    banned?.push(await refusedElsewhereAfterMs(bob, "session-ended", () => room.ban(carol, bob)));
  }
  expect(middleOf(demoted ?? [])).toBeLessThan(promisedMs);
  expect(middleOf(banned ?? [])).toBeLessThan(promisedMs);
});

test("two administrators who demote each other at two nodes at once leave one of them", async () => {
  for (let round = 0; round < rounds; round += 1) {
    await room.dismissAdmins();
    const [carol, dora] = [await room.hire("admin", "Carol"), await room.hire("admin", "Dora")];
    const answers = await Promise.all([
      room.changeRole(carol, dora, "user"),
      second.browser().send("PUT", `/admin/users/${carol.userId}/role`, {
        accessToken: dora.accessToken,
        body: { role: "user", reason: "At the same moment." },
      }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const roles = [await room.roleOf(carol), await room.roleOf(dora)];
    expect(roles.sort()).toEqual(["admin", "user"]);
  }
});
