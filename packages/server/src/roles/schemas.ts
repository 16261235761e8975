import { z } from "@hono/zod-openapi";
import { plainText } from "../http/schemas.ts";

/** The role of whoever it is about, guests too. */
export const roleSchema = z.string().openapi({
  description:
    "`guest`, `user`, `moderator`, `admin`, or a role of this server's own, as its setting `ROLES` names it. More may join.",
  example: "user",
});

/** Why staff did something to an account, in their words: its owner and the audit read it. */
export const reasonSchema = plainText({ min: 1, max: 500 });
