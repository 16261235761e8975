import type { Claimable } from "../guests/claimable.ts";
import { countBookmarks, findAllBookmarks, moveBookmarks } from "./queries.ts";
import { toBookmark } from "./service.ts";

/** What this room keeps for a reader. */
export const claimableBookmarks: Claimable = {
  name: "bookmarks",
  table: "bookmark",
  ownsSomething: true,
  count: countBookmarks,
  move: moveBookmarks,
  exportOf: async (db, ownerId) => (await findAllBookmarks(db, ownerId)).map(toBookmark),
};
