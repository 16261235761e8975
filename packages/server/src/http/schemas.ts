import { z } from "@hono/zod-openapi";
import { quotaNames, quotaScopes } from "../limits/quota-names.ts";
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

export const timestamp = z.iso
  .datetime()
  .openapi({ description: "ISO 8601, in UTC.", example: "2026-11-21T09:30:00.000Z" });

export const uuid = z
  .uuid()
  .openapi({ description: "A UUID, version 7.", example: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55" });

export const idParameter = z.object({
  id: uuid.openapi({
    param: { name: "id", in: "path", description: "What the list or the creation answered." },
  }),
});

export const limitParameter = (example: number) =>
  z
    .string()
    .regex(/^[0-9]{1,3}$/, "value-invalid")
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .default(20)
    .openapi({
      description: "How many to answer at the most.",
      type: "integer",
      minimum: 1,
      maximum: 100,
      default: 20,
      example,
    });

/** A page of a list: every list takes these. */
export const pageQuerySchema = z.object({
  limit: limitParameter(20),
  cursor: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "`nextCursor` of the page before; left out for the first." }),
});

export const deliverySchema = z.enum(["cookie", "body"]).openapi({
  description: "`cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.",
});

/** A request that failed, as a document (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.url().openapi({ description: "Address of the page that explains the code." }),
    title: z.string().openapi({ description: "The same for every problem with this code." }),
    status: z.int(),
    code: z.enum(problemCodes).openapi({ description: "What a program decides by." }),
    detail: z.string().openapi({ description: "For developers; the wording may change." }),
    requestId: z.string().openapi({ description: "The server's log has more under this id." }),
    errors: z
      .array(z.object({ field: z.string(), code: z.enum(fieldCodes), message: z.string() }))
      .optional()
      .openapi({ description: "The fields that cannot be accepted; only with `validation-failed`." }),
    until: timestamp.optional().openapi({ description: "When a ban ends." }),
    reason: z.string().optional().openapi({ description: "Why an account was banned." }),
    limit: z.int().optional().openapi({ description: "How many requests a limit allows." }),
    remaining: z.int().optional(),
    resetAt: timestamp.optional().openapi({ description: "When a limit ends." }),
    quota: z
      .enum(quotaNames)
      .optional()
      .openapi({ description: "What there is no more of; only with `quota-exceeded`." }),
    scope: z.enum(quotaScopes).optional().openapi({
      description: "Whose quota it is: of guests at this address, of the account, or of everybody together.",
    }),
  })
  .openapi("Problem");

export type ProblemDocument = z.infer<typeof problemSchema>;

/** A JSON answer for `createRoute`. */
export function jsonAnswer<T extends z.ZodType>(
  description: string,
  schema: T,
  example: NoInfer<z.output<T>>,
) {
  return { description, content: { "application/json": { schema, example } } };
}

/** A required JSON body for `createRoute`, with an example for each way of asking. */
export function jsonBody<T extends z.ZodType>(schema: T, examples: Record<string, NoInfer<z.input<T>>>) {
  const named = Object.entries(examples).map(([summary, value], index) => [
    `example-${index + 1}`,
    { summary, value },
  ]);
  return {
    body: {
      required: true,
      content: { "application/json": { schema, examples: Object.fromEntries(named) } },
    },
  };
}

/**
 * The refusals that are a route's own, by status. What a route can answer because it has a body, a guard
 * or a parameter is added for all of them at once, see `problem-responses.ts`.
 */
export function problems(...codes: ProblemCode[]) {
  const byStatus: Record<number, ReturnType<typeof refusal>> = {};
  for (const { status } of codes.map((code) => problemKinds[code])) {
    byStatus[status] = refusal(codes.filter((code) => problemKinds[code].status === status));
  }
  return byStatus;
}

function refusal(codes: readonly ProblemCode[]) {
  const examples = Object.fromEntries(codes.map((code) => [code, { summary: problemKinds[code].title }]));
  return {
    description: codes.join(", "),
    content: { "application/problem+json": { schema: problemSchema, examples } },
  };
}
