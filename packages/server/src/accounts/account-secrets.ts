import type { Holding } from "../secrets/holding.ts";
import { prehashMarker } from "./passwords.ts";
import { countCodesMadeBy, countPrehashedWith } from "./secret-queries.ts";

/** Long passwords, hashed with a key. Only their owners know them, so they move at the next sign-in. */
export const passwordSecrets: Holding = {
  thing: "passwords",
  count: (db, { id }) => countPrehashedWith(db, `${prehashMarker}${id}:`),
};

/** The codes in letters, which live for minutes. */
export const codeSecrets: Holding = {
  thing: "codes",
  count: (db, { mintsUntil }, now) => countCodesMadeBy(db, { until: mintsUntil, now }),
};
