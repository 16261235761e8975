import { readCursor, writeCursor } from "../paging.ts";

/** The place of a row in the list of conversations. */
export interface ConversationPlace {
  readonly updatedAt: Date;
  readonly id: string;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const conversationCursor = new RegExp(`^([0-9]{1,14})\\.(${uuid})$`);

export function writeConversationCursor({ updatedAt, id }: ConversationPlace): string {
  return writeCursor(`${updatedAt.getTime()}.${id}`);
}

/** @throws {ValidationError} when this server never wrote such a cursor */
export function readConversationCursor(cursor: string): ConversationPlace {
  const [, updatedAt = "", id = ""] = readCursor(cursor, conversationCursor);
  return { updatedAt: new Date(Number(updatedAt)), id };
}
