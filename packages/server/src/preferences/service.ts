// A reader's own choices. A guest has them too; they stay with the row when the guest becomes an account.
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type PreferenceRow, toPreferenceRow, toPreferences } from "./preferences.ts";
import * as queries from "./queries.ts";
import type { Preferences, PreferencesPatch } from "./schemas.ts";

export function createPreferences(deps: { database: Database; clock: Clock }) {
  const { database, clock } = deps;

  return {
    /** The reader's preferences; the defaults where nothing was chosen. */
    async get(userId: string): Promise<Preferences> {
      return toPreferences((await queries.findPreferences(database, userId)) ?? {});
    },

    /** Changes what the patch names and keeps the rest. */
    async update(userId: string, patch: PreferencesPatch): Promise<Preferences> {
      const changed: Partial<PreferenceRow> = {
        ...(patch.theme !== undefined && { theme: patch.theme }),
        ...(patch.language !== undefined && { language: patch.language }),
        ...(patch.notifications?.product !== undefined && { notifyProduct: patch.notifications.product }),
        ...(patch.notifications?.replies !== undefined && { notifyReplies: patch.notifications.replies }),
      };
      const otherwise = toPreferenceRow(toPreferences({}));
      return toPreferences(
        await queries.upsertPreferences(database, { userId, changed, otherwise, at: clock.now() }),
      );
    },

    /** Whether letters of a kind may go to an address; nobody without an account has asked for any. */
    async wants(address: string, category: "product" | "replies"): Promise<boolean> {
      const choices = await queries.findChoicesByAddress(database, address);
      return choices !== undefined && toPreferences(choices).notifications[category];
    },

    /** Ends letters of a kind. Somebody who is gone gets none anyway. */
    async silence(userId: string, category: "product" | "replies"): Promise<void> {
      if (await queries.isUser(database, userId))
        await this.update(userId, { notifications: { [category]: false } });
    },

    /** The language that a reader registered in, unless a choice was made before. */
    async suggestLanguage(trx: Transaction, userId: string, language: string): Promise<void> {
      if (await queries.findPreferences(trx, userId)) return;
      const otherwise = toPreferenceRow(toPreferences({ language }));
      await queries.upsertPreferences(trx, { userId, changed: {}, otherwise, at: clock.now() });
    },
  };
}

export type PreferencesService = ReturnType<typeof createPreferences>;
