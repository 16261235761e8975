import type { Claimable } from "../guests/claimable.ts";
import { countConversations, moveConversations } from "./queries.ts";

/** What of this room an account takes over from a guest. */
export const claimableConversations: Claimable = {
  name: "conversations",
  table: "conversation",
  count: countConversations,
  move: moveConversations,
};
