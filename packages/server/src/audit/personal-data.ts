import type { PersonalData } from "../accounts/personal-data.ts";
import { showOwnEvent } from "./activity.ts";
import { listEventsOf } from "./queries.ts";

export const activityData: PersonalData = {
  part: "activity",
  read: async (db, userId) => (await listEventsOf(db, userId)).map(showOwnEvent),
};
