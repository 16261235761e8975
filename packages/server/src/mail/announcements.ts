// News from whoever runs the book, to everybody who asked for it.
import { createHash } from "node:crypto";
import { createAudit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import * as queries from "./announcement-queries.ts";
import type { Letter } from "./letter.ts";
import type { Unsubscription } from "./unsubscriptions.ts";

/** Readers per transaction. */
const batch = 200;

export interface AnnouncementText {
  readonly subject: string;
  readonly text: string;
}

export interface AnnouncementReport {
  /** How many readers want such letters now. */
  readonly readers: number;
  /** When the same news was announced before; moment in ISO 8601. */
  readonly announcedAt: string | undefined;
}

/** The same news has the same name, whatever its file is called. */
function nameAnnouncement({ subject, text }: AnnouncementText): string {
  return createHash("sha256")
    .update(JSON.stringify([subject, text]))
    .digest("hex");
}

/** What a command does with announcements; letters are written by the server that runs. */
export function createAnnouncementDesk(deps: { readonly database: Database; readonly clock: Clock }) {
  const { database, clock } = deps;
  const audit = createAudit({ clock });

  async function look(announcement: AnnouncementText): Promise<AnnouncementReport> {
    const known = await queries.findAnnouncement(database, nameAnnouncement(announcement));
    return {
      readers: await queries.countReadersOfNews(database),
      announcedAt: known?.createdAt.toISOString(),
    };
  }

  return {
    look,

    /** Doing it twice writes no letter twice. @returns how it stood before */
    async announce(announcement: AnnouncementText): Promise<AnnouncementReport> {
      const before = await look(announcement);
      const id = nameAnnouncement(announcement);
      await inTransaction(database, async (trx) => {
        const isNew = await queries.insertAnnouncement(trx, { id, ...announcement, createdAt: clock.now() });
        if (!isNew) return;
        await audit.record(trx, {
          kind: "announcement-made",
          userId: null,
          actor: { kind: "operator" },
          detail: { subject: announcement.subject, readers: before.readers },
        });
      });
      return before;
    },
  };
}

export function createAnnouncements(deps: {
  readonly database: Database;
  readonly clock: Clock;
  insert(trx: Transaction, letter: Letter): Promise<void>;
  linkFor(wish: Unsubscription): string;
}) {
  const { database, clock, insert, linkFor } = deps;

  /** @returns whether there may be more to write */
  const writeBatch = () =>
    inTransaction(database, async (trx) => {
      // Another node that is writing has it locked.
      const open = await queries.lockOpenAnnouncement(trx);
      if (!open) return false;
      const readers = await queries.listReadersOfNews(trx, { after: open.lastUserId, limit: batch });
      for (const { id: userId, email: to, language } of readers) {
        const unsubscribeUrl = linkFor({ userId, category: "product" });
        const { subject, text } = open;
        await insert(trx, { kind: "announcement", to, language, subject, text, unsubscribeUrl });
      }
      await queries.noteProgress(trx, open.id, {
        lastUserId: readers.at(-1)?.id ?? open.lastUserId,
        written: readers.length,
        finishedAt: readers.length < batch ? clock.now() : null,
      });
      return true;
    });

  return {
    /** Goes on where the last batch ended, in whichever process that was. */
    async write(): Promise<void> {
      while (await writeBatch());
    },
  };
}
