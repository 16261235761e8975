// A reader's search in their own conversations.
import type { Database } from "../database/database.ts";
import type { Page, PageRequest } from "../paging.ts";
import * as cursors from "./cursors.ts";
import type { ConversationHit } from "./schemas.ts";
import { excerptAround } from "./search-excerpt.ts";
import * as queries from "./search-queries.ts";
import { searchWords } from "./search-text.ts";
import { showConversation } from "./show.ts";

/** Nobody remembers more words of what was said. */
const mostWords = 8;
/** What one request may cost; whoever has more looks further with the cursor. */
const lookedAt = 2_000;

export interface SearchRequest extends PageRequest {
  readonly q: string;
}

export function createSearch({ database }: { database: Database }) {
  return {
    /**
     * The reader's conversations that have all of the words in the title or in a message, the last used first; neither
     * case nor accents count, and a word is found within a longer one. What is hidden is not found.
     */
    async search(readerId: string, { q, limit, cursor }: SearchRequest): Promise<Page<ConversationHit>> {
      const after = cursor === undefined ? undefined : cursors.readConversationCursor(cursor);
      const words = searchWords(q, mostWords);
      if (words.length === 0) return { items: [], nextCursor: null };
      const page = { after, limit: limit + 1, lookedAt };
      const rows = await queries.findConversationsByWords(database, readerId, words, page);
      const shown = rows.slice(0, limit);
      const next =
        rows.length > limit ? shown.at(-1) : await queries.findLastLookedAt(database, readerId, page);
      return {
        items: shown.map(({ messageId, content, ...conversation }) => ({
          conversation: showConversation(conversation),
          messageId,
          excerpt: excerptAround(content ?? conversation.title ?? "", words),
        })),
        nextCursor: next ? cursors.writeConversationCursor(next) : null,
      };
    },
  };
}
