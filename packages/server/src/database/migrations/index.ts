import type { Migration } from "kysely/migration";
import * as initial from "./0001-initial.ts";

/** Every migration in order. A released one is frozen; a change is a new file. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-initial": initial,
};
