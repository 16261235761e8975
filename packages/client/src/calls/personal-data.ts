import type { SessionKeeper } from "../session.ts";
import type { DataExport } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";

export interface PersonalDataCalls {
  /** Everything that the server holds about the reader. Needs a fresh proof: `step-up-required`. */
  readonly export: () => Promise<DataExport>;
  /**
   * Deletes the account with its chats, for good, and signs out here. Needs a fresh proof.
   *
   * @throws ProblemError `last-admin`: somebody must be left to run the server
   */
  readonly remove: () => Promise<void>;
}

export function createPersonalDataCalls({ signed }: Api, session: SessionKeeper): PersonalDataCalls {
  return {
    export: async () => accepted(await signed.GET("/me/export")),
    async remove() {
      await signed.DELETE("/me", { body: {} });
      // Nothing of the reader stays in the browser either, in this tab and the others.
      await session.signOut();
    },
  };
}
