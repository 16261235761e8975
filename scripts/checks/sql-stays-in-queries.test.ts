import { expect, test } from "vitest";
import { readRepository } from "./source-files.ts";
import { findStraySql } from "./sql-stays-in-queries.ts";

const serverFile = (path: string, text: string) => ({ path: `packages/server/src/${path}`, text });

test("SQL in a service is found, as a builder and as a template", () => {
  expect(findStraySql([serverFile("chats/service.ts", 'db\n  .selectFrom("conversation")')])).toHaveLength(1);
  expect(findStraySql([serverFile("chats/service.ts", "await sql<Row>`select 1`.execute(db)")])).toHaveLength(
    1,
  );
});

test("queries and migrations may contain SQL", () => {
  const text = 'db.insertInto("conversation")';
  const places = ["chats/queries.ts", "chats/message-queries.ts", "database/migrations/0001-accounts.ts"];
  expect(findStraySql(places.map((place) => serverFile(place, text)))).toEqual([]);
});

test("only queries and migrations contain SQL", () => {
  expect(findStraySql(readRepository())).toEqual([]);
});
