import type { Claimable } from "../guests/claimable.ts";
import { readOwnConversations } from "./personal-data.ts";
import { countConversations, moveConversations } from "./queries.ts";

/** What this room keeps for a reader. */
export const claimableConversations: Claimable = {
  name: "conversations",
  table: "conversation",
  ownsSomething: true,
  count: countConversations,
  move: moveConversations,
  exportOf: readOwnConversations,
};
