import type { Claimable } from "../guests/claimable.ts";
import { countUse, findAllUse, findOverride, moveUse } from "./quota-queries.ts";

/** What a guest has asked counts for the account from then on: nobody is given a new day by signing in. */
export const claimableUse: Claimable = {
  name: "usage",
  table: "quotaUse",
  ownsSomething: false,
  count: countUse,
  move: moveUse,
  exportOf: async (db, userId) => ({
    days: await findAllUse(db, userId),
    ownLimits: (await findOverride(db, userId)) ?? null,
  }),
};
