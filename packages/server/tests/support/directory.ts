import type { AdminUser } from "../../src/admin/schemas.ts";
import { uuidv7 } from "../../src/uuid.ts";
import type { TestServer } from "./server.ts";

export interface Listed {
  readonly email: string;
  readonly name?: string;
  readonly role?: string;
  readonly emailVerified?: boolean;
  readonly banned?: boolean;
  readonly banExpires?: Date | null;
  readonly isAnonymous?: boolean;
  readonly createdAt?: Date;
}

/** People without ways to sign in, only to be found. @returns their ids */
export async function addPeople(server: TestServer, people: readonly Listed[]): Promise<string[]> {
  const now = server.clock.now();
  const rows = people.map((person) => ({
    id: uuidv7(),
    name: "",
    emailVerified: true,
    createdAt: now,
    updatedAt: now,
    ...person,
  }));
  await server.database.db.insertInto("user").values(rows).execute();
  return rows.map(({ id }) => id);
}

export interface People {
  readonly items: AdminUser[];
  readonly nextCursor: string | null;
}

/** A page of people as somebody with this token gets it. */
export async function findPeople(server: TestServer, accessToken: string, asked: Record<string, string>) {
  const path = `/admin/users?${new URLSearchParams(asked)}`;
  return server.browser().get<People & { code?: string }>(path, { accessToken });
}

/** All pages, one after the other. */
export async function findAllPeople(server: TestServer, accessToken: string, asked: Record<string, string>) {
  const found: AdminUser[] = [];
  let cursor: string | null = null;
  do {
    const { body }: { body: People } = await findPeople(server, accessToken, {
      ...asked,
      ...(cursor !== null && { cursor }),
    });
    found.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return found;
}
