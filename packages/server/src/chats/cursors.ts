import { ValidationError } from "../domain-error.ts";

/** A page of a list as clients ask for it. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** The place of a row in the list of conversations. */
export interface ConversationPlace {
  readonly updatedAt: Date;
  readonly id: string;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const conversationCursor = new RegExp(`^([0-9]{1,15})\\.(${uuid})$`);
const messageCursor = new RegExp(`^(${uuid})$`);

export function writeConversationCursor({ updatedAt, id }: ConversationPlace): string {
  return Buffer.from(`${updatedAt.getTime()}.${id}`).toString("base64url");
}

/** @throws {ValidationError} when this server never wrote such a cursor */
export function readConversationCursor(cursor: string): ConversationPlace {
  const [, updatedAt = "", id = ""] = read(cursor, conversationCursor);
  return { updatedAt: new Date(Number(updatedAt)), id };
}

export function writeMessageCursor(id: string): string {
  return Buffer.from(id).toString("base64url");
}

/** @throws {ValidationError} when this server never wrote such a cursor */
export function readMessageCursor(cursor: string): string {
  return read(cursor, messageCursor)[1] ?? "";
}

function read(cursor: string, pattern: RegExp): RegExpExecArray {
  const match = pattern.exec(Buffer.from(cursor, "base64url").toString("latin1"));
  if (match) return match;
  throw new ValidationError([
    { field: "cursor", code: "value-invalid", message: "This is not a cursor of this list." },
  ]);
}

/** Lists ask for one row more than they show, to know whether another page follows. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  writeCursor: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), nextCursor: rows.length > limit && last ? writeCursor(last) : null };
}
