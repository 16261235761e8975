import type { LimitRequests } from "../../src/http/limit-requests.ts";

/** For tests of a room's routes alone. */
export const noLimits: LimitRequests = () => (_, next) => next();
