import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { ConversationPlace } from "./cursors.ts";
import type { ConversationRow } from "./queries.ts";

export interface SearchedPage {
  readonly after: ConversationPlace | undefined;
  readonly limit: number;
  /** How many conversations are looked at, from `after` on: what one request may cost. */
  readonly lookedAt: number;
}

export interface FoundConversation extends ConversationRow {
  /** The first message with any of the words, where there is one. */
  readonly messageId: string | null;
  readonly content: string | null;
}

/**
 * An owner's conversations that have all of the words, the last used first: each word stands in the title or in one and
 * the same message. Looks at the owner's conversations one after the other, by the index, and ends with the limit.
 *
 * @param words - as `search-text.ts` reads them
 */
export async function findConversationsByWords(
  db: Database,
  ownerId: string,
  words: readonly string[],
  { after, limit, lookedAt }: SearchedPage,
): Promise<FoundConversation[]> {
  const has = (column: RawBuilder<unknown>, word: string) => sql`strpos(${column}, ${word}::text) > 0`;
  const title = sql`c.search`;
  const message = sql`m.search`;
  const inTitle = sql.join(
    words.map((word) => has(title, word)),
    sql` and `,
  );
  const inBoth = sql.join(
    words.map((word) => sql`(${has(title, word)} or ${has(message, word)})`),
    sql` and `,
  );
  const inMessage = sql.join(
    words.map((word) => has(message, word)),
    sql` or `,
  );
  const { rows } = await sql<FoundConversation>`
    select c.id, c.title, c.page, c.created_at, c.updated_at, found.id as message_id, found.content
    from (
      select id, title, page, search, created_at, updated_at from conversation
      where owner_id = ${ownerId}::uuid ${isAfter(after)}
      order by updated_at desc, id desc limit ${lookedAt}::int
    ) c left join lateral (
      select m.id, m.content from message m
      where m.conversation_id = c.id and m.status <> 'hidden' and (${inBoth}) and (${inMessage})
      order by m.id limit 1
    ) found on true
    where found.id is not null or (${inTitle})
    order by c.updated_at desc, c.id desc limit ${limit}::int
  `.execute(db);
  return rows;
}

/** The last of the conversations that a search has looked at, if it has not looked at all of them. */
export async function findLastLookedAt(
  db: Database,
  ownerId: string,
  { after, lookedAt }: Pick<SearchedPage, "after" | "lookedAt">,
): Promise<ConversationPlace | undefined> {
  const { rows } = await sql<ConversationPlace>`
    select updated_at, id from conversation
    where owner_id = ${ownerId}::uuid ${isAfter(after)}
    order by updated_at desc, id desc offset ${lookedAt - 1}::int limit 2
  `.execute(db);
  return rows.length > 1 ? rows[0] : undefined;
}

function isAfter(place: ConversationPlace | undefined): RawBuilder<unknown> {
  return place ? sql`and (updated_at, id) < (${place.updatedAt}::timestamptz, ${place.id}::uuid)` : sql``;
}
