import { readCursor, writeCursor } from "../paging.ts";

/** The place of an event in a list, newest first. */
export interface EventPlace {
  readonly createdAt: Date;
  readonly id: string;
}

const eventCursor = /^([0-9]{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeEventCursor({ createdAt, id }: EventPlace): string {
  return writeCursor(`${createdAt.getTime()}.${id}`);
}

/** @throws {ValidationError} when this server never wrote such a cursor */
export function readEventCursor(cursor: string | undefined): EventPlace | undefined {
  if (cursor === undefined) return undefined;
  const [, createdAt = "", id = ""] = readCursor(cursor, eventCursor);
  return { createdAt: new Date(Number(createdAt)), id };
}
