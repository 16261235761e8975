// One conversation as a file that its reader keeps.
import { loadTranscriptWords } from "@bookplate/messages/transcript";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import type { PreferencesService } from "../preferences/service.ts";
import { ConversationNotFoundError } from "./errors.ts";
import { attachment } from "./file-name.ts";
import { findMessages } from "./message-queries.ts";
import { findConversation } from "./queries.ts";
import type { ExportFormat, Message } from "./schemas.ts";
import { showConversation, showMessage } from "./show.ts";
import { writeTranscript } from "./transcript.ts";

export interface ConversationExportDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly preferences: Pick<PreferencesService, "get">;
  /** Where the book is read, without a trailing slash. */
  readonly bookUrl: string;
}

export interface ExportedFile {
  readonly text: string;
  readonly contentType: string;
  readonly contentDisposition: string;
}

const messagesAtOnce = 500;

export function createConversationExport({ database, clock, preferences, bookUrl }: ConversationExportDeps) {
  async function readMessages(readerId: string, id: string): Promise<Message[]> {
    const messages: Message[] = [];
    for (let after: string | undefined; ; ) {
      const rows = await findMessages(database, readerId, id, { after, limit: messagesAtOnce });
      const now = clock.now();
      messages.push(...rows.map((row) => showMessage(row, now)));
      after = rows.at(-1)?.id;
      if (rows.length < messagesAtOnce) return messages;
    }
  }

  return {
    /**
     * With everything that was said in it; what is hidden is a notice.
     *
     * @throws {ConversationNotFoundError}
     */
    async exportOne(readerId: string, id: string, format: ExportFormat): Promise<ExportedFile> {
      const row = await findConversation(database, readerId, id);
      if (!row) throw new ConversationNotFoundError();
      const conversation = showConversation(row);
      const messages = await readMessages(readerId, id);
      const words = await loadTranscriptWords((await preferences.get(readerId)).language);
      const title = conversation.title ?? words.untitled;
      if (format === "json") {
        const document = { exportedAt: clock.now().toISOString(), conversation, messages };
        return {
          text: `${JSON.stringify(document, null, 2)}\n`,
          contentType: "application/json",
          contentDisposition: attachment(title, "json"),
        };
      }
      return {
        text: writeTranscript({ conversation, messages }, { words, bookUrl }),
        contentType: "text/markdown; charset=utf-8",
        contentDisposition: attachment(title, "md"),
      };
    },
  };
}
