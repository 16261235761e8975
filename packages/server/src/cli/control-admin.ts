import { z } from "zod";
import type { AdminOperations } from "../administrators/desk.ts";

/** What `bookplate admin` asks of the server that has the database open. */
export const adminRequestSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("count") }),
  z.object({ act: z.literal("link") }),
  z.object({ act: z.literal("list") }),
  z.object({
    act: z.literal("create"),
    email: z.string(),
    name: z.string().optional(),
    language: z.string(),
    password: z.string().optional(),
  }),
  z.object({ act: z.literal("role"), who: z.string(), role: z.string(), reason: z.string() }),
  z.object({ act: z.literal("ban"), who: z.string(), reason: z.string(), until: z.string().optional() }),
  z.object({ act: z.literal("unban"), who: z.string(), reason: z.string().optional() }),
]);
export type AdminRequest = z.infer<typeof adminRequestSchema>;

const countSchema = z.object({ administrators: z.number(), withoutSecondFactor: z.number() });
const linkSchema = z.object({ url: z.string(), expiresAt: z.string() });
const accountSchema = z.object({ id: z.string(), email: z.string(), role: z.string() });
const staffSchema = accountSchema.extend({
  name: z.string(),
  emailVerified: z.boolean(),
  twoFactor: z.boolean(),
  banned: z.boolean(),
  createdAt: z.string(),
});
const createdSchema = z.object({ id: z.string(), email: z.string(), setPasswordUrl: z.string().nullable() });

export function performAdmin(operations: AdminOperations, request: AdminRequest): Promise<unknown> {
  switch (request.act) {
    case "count":
      return operations.countAdministrators();
    case "link":
      return operations.makeClaimLink();
    case "list":
      return operations.listStaff();
    case "create":
      return operations.createAdministrator(request);
    case "role":
      return operations.changeRole(request);
    case "ban":
      return operations.banAccount(request);
    case "unban":
      return operations.unbanAccount(request);
  }
}

/** The operations about administrators, done by the server that is asked. */
export function adminOf(ask: (request: AdminRequest) => Promise<unknown>): AdminOperations {
  return {
    countAdministrators: async () => countSchema.parse(await ask({ act: "count" })),
    makeClaimLink: async () => linkSchema.parse(await ask({ act: "link" })),
    listStaff: async () => z.array(staffSchema).parse(await ask({ act: "list" })),
    createAdministrator: async (request) => createdSchema.parse(await ask({ act: "create", ...request })),
    changeRole: async (request) => accountSchema.parse(await ask({ act: "role", ...request })),
    banAccount: async (request) => accountSchema.parse(await ask({ act: "ban", ...request })),
    unbanAccount: async (request) => accountSchema.parse(await ask({ act: "unban", ...request })),
  };
}
