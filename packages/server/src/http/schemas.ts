import { z } from "@hono/zod-openapi";
import { fieldCodes, type ProblemCode, problemCodes } from "../problem-codes.ts";
import { problemKinds } from "./problem-titles.ts";

/** Text that Postgres and every client can hold: no NUL, no half of a surrogate pair. */
export function plainText(options: { min?: number; max: number }) {
  return z
    .string()
    .max(options.max)
    .min(options.min ?? 0)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "value-invalid");
}

export const timestamp = z.iso.datetime().openapi({ example: "2026-11-21T09:30:00.000Z" });

export const uuid = z.uuid().openapi({ example: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55" });

export const idParameter = z.object({ id: uuid.openapi({ param: { name: "id", in: "path" } }) });

export const deliverySchema = z.enum(["cookie", "body"]).openapi({
  description: "`cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.",
});

export const problemSchema = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    detail: z.string(),
    requestId: z.string(),
    errors: z
      .array(z.object({ field: z.string(), code: z.enum(fieldCodes), message: z.string() }))
      .optional(),
    until: timestamp.optional(),
    reason: z.string().optional(),
    limit: z.int().optional(),
    remaining: z.int().optional(),
    resetAt: timestamp.optional(),
  })
  .openapi("Problem");

/** A JSON answer for `createRoute`. */
export function jsonAnswer<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { "application/json": { schema } } };
}

/** A required JSON body for `createRoute`. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { body: { required: true, content: { "application/json": { schema } } } };
}

/** The refusals of a route, by status, with their codes in the description. */
export function problems(...codes: ProblemCode[]) {
  const byStatus: Record<
    number,
    { description: string; content: { "application/problem+json": { schema: typeof problemSchema } } }
  > = {};
  for (const code of codes) {
    const { status } = problemKinds[code];
    const description = [byStatus[status]?.description, `\`${code}\``].filter(Boolean).join(", ");
    byStatus[status] = { description, content: { "application/problem+json": { schema: problemSchema } } };
  }
  return byStatus;
}
