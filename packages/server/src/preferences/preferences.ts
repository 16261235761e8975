import type { Preferences } from "./schemas.ts";
import type { PreferenceTable } from "./tables.ts";

/** A reader who never chose anything. Letters about the product are asked for, not assumed. */
const defaults = { theme: "system", language: "en", notifyProduct: false, notifyReplies: true } as const;

export type PreferenceRow = Pick<PreferenceTable, "theme" | "language" | "notifyProduct" | "notifyReplies">;

/** The stored row as the API shows it; columns that a join left empty take the defaults. */
export function toPreferences(row: { [K in keyof PreferenceRow]?: PreferenceRow[K] | null }): Preferences {
  return {
    theme: row.theme ?? defaults.theme,
    language: row.language ?? defaults.language,
    notifications: {
      security: true,
      product: row.notifyProduct ?? defaults.notifyProduct,
      replies: row.notifyReplies ?? defaults.notifyReplies,
    },
  };
}

export function toPreferenceRow({ theme, language, notifications }: Preferences): PreferenceRow {
  return { theme, language, notifyProduct: notifications.product, notifyReplies: notifications.replies };
}
