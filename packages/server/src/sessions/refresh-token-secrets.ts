import type { Holding } from "../secrets/holding.ts";
import { countSessionsMintedBy } from "./secret-queries.ts";

/** Refresh tokens name their secret, but are stored nowhere; the session's row tells how old its tokens can be. */
export const refreshTokenSecrets: Holding = {
  thing: "sessions",
  count: (db, { mintsUntil }, now) => countSessionsMintedBy(db, { until: mintsUntil, now }),
};
