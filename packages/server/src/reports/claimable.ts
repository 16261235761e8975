import type { PersonalData } from "../accounts/personal-data.ts";
import type { Claimable } from "../guests/claimable.ts";
import { countReports, findAllFeedback, findOwnReports, moveReports } from "./queries.ts";

/** What this room keeps for a reader. A report is for the moderators: its reporter would not miss it. */
export const claimableReports: Claimable = {
  name: "reports",
  table: "report",
  ownsSomething: false,
  count: countReports,
  move: moveReports,
  exportOf: async (db, ownerId) =>
    (await findOwnReports(db, ownerId)).map((report) => ({
      ...report,
      createdAt: report.createdAt.toISOString(),
    })),
};

/** Thumbs hang on their answers, and move with them. */
export const feedbackData: PersonalData = {
  part: "feedback",
  read: async (db, userId) =>
    (await findAllFeedback(db, userId)).map((feedback) => ({
      ...feedback,
      createdAt: feedback.createdAt.toISOString(),
    })),
};
