import { sql } from "kysely";
import type { AdminUser } from "../../src/admin/schemas.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { uuidv7 } from "../../src/uuid.ts";
import type { Answer } from "./browser.ts";
import { alice, registerAndVerify } from "./people.ts";
import type { TestServer } from "./server.ts";

export interface StaffMember {
  readonly userId: string;
  readonly email: string;
  accessToken: string;
  refreshToken: string;
}

/** What an act of staff answers: the account as it is now, or why not. */
export type StaffAnswer = Answer<AdminUser & { code?: string; errors?: { field: string; code: string }[] }>;

export const reason = "Looks after the lamp.";

/**
 * People with roles, and what they do to each other. They are copies of somebody who has registered: hashing a
 * password for each would be most of the work.
 */
export async function openStaffRoom(server: TestServer) {
  const { db } = server.database;
  const model = (await registerAndVerify(server, { ...alice, email: `model-${uuidv7()}@example.org` }))
    .account;

  async function signIn(email: string, body: object = {}) {
    const login = { email, password: alice.password, delivery: "body", ...body };
    return server
      .browser()
      .post<SessionAnswer & { refreshToken: string; code?: string }>("/auth/login", login);
  }

  /** An account with this role, signed in. */
  async function hire(role: string, name: string = role): Promise<StaffMember> {
    const userId = uuidv7();
    const email = `${name.toLowerCase()}-${userId}@example.org`;
    await sql`insert into "user" (id, email, email_verified, name, role, created_at, updated_at)
      select ${userId}::uuid, ${email}, true, ${name}, ${role}, created_at, updated_at
      from "user" where id = ${model.id}::uuid`.execute(db);
    await sql`insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
      select ${uuidv7()}::uuid, ${userId}, provider_id, ${userId}::uuid, password, created_at, updated_at
      from account where user_id = ${model.id}::uuid`.execute(db);
    const { accessToken, refreshToken } = (await signIn(email)).body;
    return { userId, email, accessToken, refreshToken };
  }

  type By = Pick<StaffMember, "accessToken">;
  type Whom = Pick<StaffMember, "userId">;
  const act = (by: By, method: string, whom: Whom, path: string, body?: unknown): Promise<StaffAnswer> =>
    server.browser().send(method, `/admin/users/${whom.userId}/${path}`, {
      accessToken: by.accessToken,
      ...(body !== undefined && { body }),
    });

  return {
    hire,
    signIn,
    changeRole: (by: By, whom: Whom, role: unknown) => act(by, "PUT", whom, "role", { role, reason }),
    ban: (by: By, whom: Whom, until?: Date) => act(by, "PUT", whom, "ban", { reason, until }),
    lift: (by: By, whom: Whom) => act(by, "DELETE", whom, "ban"),
    send: act,

    /** The role as it is stored. */
    async roleOf({ userId }: Whom): Promise<string | undefined> {
      const row = await db.selectFrom("user").select("role").where("id", "=", userId).executeTakeFirst();
      return row?.role;
    },

    /** As operators do who write into the database. */
    async setRole({ userId }: Whom, role: string): Promise<void> {
      await db.updateTable("user").set({ role }).where("id", "=", userId).execute();
    },

    /** So that a test begins with its own administrators alone. */
    async dismissAdmins(): Promise<void> {
      await db.updateTable("user").set({ role: "user" }).where("role", "=", "admin").execute();
    },

    /** What a token is worth. */
    standing: ({ accessToken }: By) =>
      server.browser().get<{ code?: string; role?: string }>("/auth/session", { accessToken }),

    refresh: ({ refreshToken }: Pick<StaffMember, "refreshToken">) =>
      server
        .browser()
        .post<SessionAnswer & { refreshToken: string; code?: string }>("/auth/refresh", { refreshToken }),

    /** What was recorded about somebody, newest first. */
    events: ({ userId }: Whom) =>
      db
        .selectFrom("securityEvent")
        .select(["kind", "userId", "actorKind", "actorId", "reason", "before", "after", "ipAddress"])
        .where("userId", "=", userId)
        .orderBy("id", "desc")
        .execute(),
  };
}

export type StaffRoom = Awaited<ReturnType<typeof openStaffRoom>>;
