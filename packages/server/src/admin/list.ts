import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { ValidationError } from "../domain-error.ts";
import { type Page, readCursor, toPage, writeCursor } from "../paging.ts";
import type { RoleTable } from "../roles/roles.ts";
import * as queries from "./list-queries.ts";
import type { AdminUser, UserQuery } from "./schemas.ts";
import { waysToFit } from "./search.ts";
import { showUser } from "./show-user.ts";

type Row = Awaited<ReturnType<typeof queries.findUsers>>[number];

interface Found {
  readonly way: string;
  readonly row: Row;
}

/** How somebody fits, their id, and the text in whose order they are listed. */
const cursorPattern = /^([a-z]+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([^\0]*)$/;
/** Of the list without a search: microseconds. */
const agePattern = /^age ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([0-9]{1,16})$/;

export function createUserList(deps: { database: Database; clock: Clock; roleTable: RoleTable }) {
  const { database, clock, roleTable } = deps;

  /** Everybody who fits one way, then everybody who fits the next, as far as the page goes. */
  async function search(
    { query, cursor, limit }: UserQuery & { query: string },
    filter: queries.UserFilter,
    withAddress: boolean,
  ): Promise<Found[]> {
    const folded = (await queries.foldText(database, query)).replace(/\s+/g, " ");
    const ways = waysToFit(query, folded, { withAddress });
    const from =
      cursor === undefined
        ? undefined
        : readPlace(
            cursor,
            ways.map(({ name }) => name),
          );
    const first = from ? ways.findIndex(({ name }) => name === from.way) : 0;
    const found: Found[] = [];
    for (const [index, way] of ways.entries()) {
      if (index < first || found.length > limit) continue;
      const rows = await queries.findUsers(database, {
        way,
        before: ways.slice(0, index),
        and: withAddress || way.name === "id" || way.name === "whole" ? [] : [queries.withoutAddress],
        filter,
        after: index === first ? from : undefined,
        limit: limit + 1 - found.length,
      });
      found.push(...rows.map((row) => ({ way: way.name, row })));
    }
    return found;
  }

  async function list({ cursor, limit }: UserQuery, filter: queries.UserFilter): Promise<Found[]> {
    const [, id, key] = cursor === undefined ? [] : readCursor(cursor, agePattern);
    const after = id !== undefined && key !== undefined ? { id, key } : undefined;
    const rows = await queries.listUsers(database, { filter, after, limit: limit + 1 });
    return rows.map((row) => ({ way: "age", row }));
  }

  return async (asked: UserQuery, { withAddress }: { withAddress: boolean }): Promise<Page<AdminUser>> => {
    const { query, role, status, limit } = asked;
    if (role !== undefined && role !== "guest" && !roleTable.has(role)) throw notOneOf("role");
    const now = clock.now();
    const filter = { role, status, now };
    const found = query ? await search({ ...asked, query }, filter, withAddress) : await list(asked, filter);
    return toPage(
      found,
      limit,
      ({ row }) => showUser(row, { roles: roleTable, now, withAddress }),
      ({ way, row }) => writeCursor(`${way} ${row.id} ${row.key}`),
    );
  };
}

function readPlace(cursor: string, names: readonly string[]): queries.Place & { way: string } {
  const [, way = "", id = "", key = ""] = readCursor(cursor, cursorPattern);
  if (!names.includes(way)) throw notOneOf("cursor");
  // Cursors are read as bytes; a name is more than that.
  return { way, id, key: Buffer.from(key, "latin1").toString("utf8") };
}

const notOneOf = (field: "role" | "cursor") =>
  new ValidationError([
    {
      field,
      code: "value-invalid",
      message: field === "role" ? "There is no such role." : "This is not a cursor of this list.",
    },
  ]);
