import type { MiddlewareHandler } from "hono";
import { uuidv7 } from "../uuid.ts";
import type { HttpEnv } from "./app-type.ts";

/** Names each request, in its answer and in the log. Made here: a name from outside could be anybody's. */
export const nameRequest: MiddlewareHandler<HttpEnv> = (c, next) => {
  c.set("requestId", uuidv7());
  return next();
};
