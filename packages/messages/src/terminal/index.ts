import { en } from "./en.ts";

/** What stands in the terminal. Another language is an object that `satisfies Terminal`. */
export type Terminal = typeof en;

export const terminal: Terminal = en;
