import type { PersonalData } from "../accounts/personal-data.ts";
import { showEvent } from "./activity.ts";
import { listEvents } from "./queries.ts";

export const activityData: PersonalData = {
  part: "activity",
  read: async (db, userId) => (await listEvents(db, { userId })).map(showEvent),
};
