import { ValidationError } from "./domain-error.ts";

/** A page of a list as clients ask for it. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const idCursor = new RegExp(`^(${uuid})$`);

/** Clients give cursors back as they came and read nothing in them. */
export function writeCursor(place: string): string {
  return Buffer.from(place).toString("base64url");
}

/** @throws {ValidationError} when this server never wrote such a cursor */
export function readCursor(cursor: string, pattern: RegExp): RegExpExecArray {
  const match = pattern.exec(Buffer.from(cursor, "base64url").toString("latin1"));
  if (match) return match;
  throw new ValidationError([
    { field: "cursor", code: "value-invalid", message: "This is not a cursor of this list." },
  ]);
}

/** For lists in the order of their ids, which is the order of their making. */
export function readIdCursor(cursor: string): string {
  return readCursor(cursor, idCursor)[1] ?? "";
}

/** Lists ask for one row more than they show, to know whether another page follows. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  cursorOf: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}
