import { randomBytes } from "node:crypto";
import { decodeJwt } from "jose";
import { afterAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { turnOnTotp } from "./support/second-factor.ts";
import { startTestServer } from "./support/server.ts";
import { openStaffRoom } from "./support/staff.ts";

const ROLES = "editor:moderator+mail.read,teacher:user+reports.read";
const settings = {
  ROLES,
  SECOND_FACTOR_REQUIRED: "moderator",
  QUOTA_MODERATOR: "7/d",
  QUOTA_USER: "3/d",
  // One server after the other, whose tokens are each other's.
  PORT: String(await findFreePort()),
  BOOKPLATE_SECRET: randomBytes(32).toString("base64"),
};
const on = { database: await openPreparedDatabase(), clock: createTestClock() };
afterAll(() => on.database.close());

test("a role of the operator's own allows what the settings say, and is a reader's once they do not name it", async () => {
  const server = await startTestServer(settings, on);
  const room = await openStaffRoom(server);
  const carol = await room.hire("admin", "Carol");
  const tina = await room.hire("user", "Tina");
  expect(await room.changeRole(carol, tina, "teacher")).toMatchObject({
    status: 200,
    body: { role: "teacher" },
  });
  const { body } = await room.refresh(tina);
  expect(body.account.role).toBe("teacher");
  expect(decodeJwt(body.accessToken)).toMatchObject({ role: "teacher", guest: false });
  expect((await room.standing(body)).body.role).toBe("teacher");
  expect((await server.browser().get("/admin/reports", body)).status).toBe(200);
  expect(await server.browser().get(`/admin/users/${tina.userId}/quotas`, body)).toMatchObject({
    body: { code: "insufficient-rank" },
  });

  // Without the setting: a token of that role counts for nothing, and a refresh brings what the account is worth now.
  await server.close();
  const later = await startTestServer({ ...settings, ROLES: "editor:moderator" }, on);
  const laterRoom = await openStaffRoom(later);
  expect(await laterRoom.standing(body)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  const refreshed = (await laterRoom.refresh(body)).body;
  expect(refreshed.account.role).toBe("user");
  expect(decodeJwt(refreshed.accessToken)).toMatchObject({ role: "user" });
  expect(await laterRoom.roleOf(tina)).toBe("teacher");
  await later.close();
});

test("it has the quotas and the second-factor policy of the role that it is like", async () => {
  const server = await startTestServer(settings, on);
  const room = await openStaffRoom(server);
  const eve = await room.hire("editor", "Eve");
  expect(decodeJwt(eve.accessToken)).toMatchObject({ role: "user" });
  const usage = await server.browser().get<{ items: { limit: number }[] }>("/me/usage", eve);
  expect(usage.body.items[0]?.limit).toBe(7);
  await turnOnTotp(server, eve.accessToken);
  const { body } = await room.refresh(eve);
  expect(decodeJwt(body.accessToken)).toMatchObject({ role: "editor" });
  const tina = await room.hire("teacher", "Tina");
  expect(decodeJwt(tina.accessToken)).toMatchObject({ role: "teacher" });
  await server.close();
});
