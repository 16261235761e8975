import type { PersonalData } from "../accounts/personal-data.ts";
import { listLettersTo } from "./personal-data-queries.ts";

/** What was written to the reader lately. A letter's text is not kept once it is sent. */
export const lettersData: PersonalData = {
  part: "letters",
  async read(db, userId) {
    const letters = await listLettersTo(db, userId);
    return letters.map(({ kind, state, createdAt, sentAt }) => ({
      kind,
      state,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    }));
  },
};
