import { z } from "@hono/zod-openapi";
import { exampleReaderQuotas, readerQuotasSchema } from "../limits/quota-schemas.ts";
import { adminUserSchema, exampleAdminUser } from "./schemas.ts";

export const adminUserDetailSchema = adminUserSchema
  .extend({
    conversations: z.int().openapi({ description: "How many chats; what is in them stays sealed." }),
    sessions: z.int().openapi({ description: "On how many devices they are signed in." }),
    methods: z
      .object({ password: z.boolean(), passkeys: z.int(), providers: z.array(z.string()) })
      .nullable()
      .openapi({ description: "How they can sign in; `null` for moderators." }),
    quotas: readerQuotasSchema.shape.items
      .nullable()
      .openapi({ description: "As `GET /admin/users/{id}/quotas`; `null` for moderators." }),
  })
  .openapi("AdminUserDetail");

/** One person, as far as staff need to know them. */
export type AdminUserDetail = z.infer<typeof adminUserDetailSchema>;

export const exampleAdminUserDetail: AdminUserDetail = {
  ...exampleAdminUser,
  conversations: 14,
  sessions: 2,
  methods: { password: true, passkeys: 1, providers: ["github"] },
  quotas: exampleReaderQuotas.items,
};
