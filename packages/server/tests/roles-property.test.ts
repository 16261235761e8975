import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRoleTable } from "../src/roles/roles.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, type StaffMember, type StaffRoom } from "./support/staff.ts";

/** More of them by hand: RUNS=200 */
const runs = Number(process.env.RUNS ?? 5);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

const ROLES = "editor:moderator+users.change-role";
const roleTable = createRoleTable([
  { name: "editor", like: "moderator", permissions: ["users.change-role"] },
]);
const begin = ["admin", "admin", "editor", "moderator", "user"] as const;
const given = ["user", "moderator", "editor", "admin"] as const;

let server: TestServer;
let room: StaffRoom;
beforeAll(async () => {
  server = await startTestServer({ ROLES });
  room = await openStaffRoom(server);
});
afterAll(() => server.close());

/** Somebody does something to somebody, perhaps to themselves. */
const act = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant("change") },
    { weight: 4, arbitrary: fc.constant("ban") },
    { weight: 2, arbitrary: fc.constant("lift") },
    { weight: 1, arbitrary: fc.constant("leave") },
  ),
  by: fc.nat(begin.length - 1),
  whom: fc.nat(begin.length - 1),
  role: fc.constantFrom(...given),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** One round after the other; what is in one of them happens at the same time. */
const rounds = fc.array(fc.array(act, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 4 });

/** What is left for whoever came too late, or never might. */
const expected = ["insufficient-rank", "last-admin", "token-stale", "session-ended", "not-found"];

function perform(people: readonly StaffMember[], { kind, by, whom, role }: Act) {
  const [actor, target] = [people[by], people[whom]];
  if (!actor || !target) throw new Error("Nobody has this number.");
  if (kind === "change") return room.changeRole(actor, target, role);
  if (kind === "lift") return room.lift(actor, target);
  if (kind === "leave")
    return server.browser().send<{ code?: string }>("DELETE", "/me", { ...actor, body: {} });
  return room.ban(actor, target, new Date(server.clock.now().getTime() + 60_000));
}

/** New tokens for everybody who still can have some, so that the next round is about more than old ones. */
async function comeBack(people: readonly StaffMember[]): Promise<void> {
  for (const person of people) {
    const { status } = await room.standing(person);
    if (status === 200) continue;
    const refreshed = await room.refresh(person);
    const { body } = refreshed.status === 200 ? refreshed : await room.signIn(person.email);
    if (body.accessToken)
      Object.assign(person, { accessToken: body.accessToken, refreshToken: body.refreshToken });
  }
}

const readPeople = () =>
  server.database.db
    .selectFrom("user")
    .select(["id", "role", "banned"])
    .where("mergedInto", "is", null)
    .execute();

/** Every act since, in the order in which they happened: whoever acts on another holds both rows until it is over. */
const readActs = (since: string) =>
  server.database.db
    .selectFrom("securityEvent")
    .select(["id", "kind", "userId", "actorKind", "actorId", "after"])
    .where("kind", "in", ["role-changed", "account-banned", "ban-lifted"])
    .where("id", ">", since)
    .orderBy("id")
    .execute();

test("at any time somebody administers the book, and nobody has acted on a higher role", async () => {
  let latest = "00000000-0000-0000-0000-000000000000";
  await fc.assert(
    fc.asyncProperty(rounds, async (acts) => {
      await room.dismissAdmins();
      const people = await Promise.all(begin.map((role) => room.hire(role)));
      for (const round of acts) {
        const before = new Map((await readPeople()).map(({ id, role, banned }) => [id, { role, banned }]));
        const answers = await Promise.all(round.map((one) => perform(people, one)));
        for (const { status, body } of answers) {
          if (status !== 200 && status !== 204) expect(expected).toContain(body.code);
        }

        const after = await readPeople();
        expect(after.filter(({ role, banned }) => role === "admin" && !banned)).not.toEqual([]);
        const there = new Set(after.map(({ id }) => id));
        for (const event of await readActs(latest)) {
          latest = event.id;
          const { userId, kind } = event;
          // Whoever left took along what was said of them.
          if (userId === null) continue;
          const actorId = event.actorKind === "self" ? userId : event.actorId;
          const target = before.get(userId);
          const actor = before.get(actorId ?? "");
          if (!target || !actor) throw new Error("An act of nobody, or on nobody.");
          if (actorId !== null && there.has(actorId)) {
            expect(actor.banned).toBe(false);
            expect(roleTable.outranks(actor.role, target.role)).toBe(true);
          }
          if (kind === "role-changed") {
            const { role } = event.after as { role: string };
            if (actorId !== null && there.has(actorId))
              expect(roleTable.mayGive(actor.role, role)).toBe(true);
            target.role = role;
          } else {
            target.banned = kind === "account-banned";
          }
        }
        await comeBack(people);
      }
    }),
    { numRuns: runs, ...seed },
  );
});
