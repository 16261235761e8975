import { z } from "zod";
import type { MailOperations } from "../mail/desk.ts";
import { deliveries } from "../mail/tables.ts";

/** What `bookplate mail` asks of the server that has the database open. */
export const mailRequestSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("list"), only: z.enum(["all", "failed"]), to: z.string().optional() }),
  z.object({ act: z.literal("retry"), id: z.string().optional() }),
  z.object({ act: z.literal("suppressed") }),
  z.object({ act: z.literal("unsuppress"), address: z.string() }),
  z.object({ act: z.literal("announce"), subject: z.string(), text: z.string(), dryRun: z.boolean() }),
]);
export type MailRequest = z.infer<typeof mailRequestSchema>;

const lettersSchema = z.array(
  z.object({
    id: z.string(),
    to: z.string(),
    kind: z.string(),
    state: z.enum(["queued", "sent", "failed", "suppressed"]),
    attempts: z.number(),
    reason: z.string().nullable(),
    writtenAt: z.string(),
    nextAttemptAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    sentBy: z.string().nullable(),
    delivery: z.enum(deliveries).nullable(),
  }),
);
const suppressedSchema = z.array(
  z.object({
    address: z.string(),
    reason: z.enum(["bounced", "complained", "unreachable"]),
    until: z.string(),
  }),
);
const announcementSchema = z
  .object({ readers: z.number(), announcedAt: z.string().optional() })
  .transform(({ readers, announcedAt }) => ({ readers, announcedAt }));

export function performMail(operations: MailOperations, request: MailRequest): Promise<unknown> {
  switch (request.act) {
    case "list":
      return operations.listLetters(request);
    case "retry":
      return operations.retryLetters(request.id);
    case "suppressed":
      return operations.listSuppressed();
    case "unsuppress":
      return operations.unsuppress(request.address);
    case "announce":
      return operations.announce({ subject: request.subject, text: request.text }, request.dryRun);
  }
}

/** The mail's operations, done by the server that is asked. */
export function mailOf(ask: (request: MailRequest) => Promise<unknown>): MailOperations {
  return {
    listLetters: async (filter) => lettersSchema.parse(await ask({ act: "list", ...filter })),
    retryLetters: async (id) => z.number().parse(await ask({ act: "retry", id })),
    listSuppressed: async () => suppressedSchema.parse(await ask({ act: "suppressed" })),
    unsuppress: async (address) => z.boolean().parse(await ask({ act: "unsuppress", address })),
    announce: async (announcement, dryRun) =>
      announcementSchema.parse(await ask({ act: "announce", ...announcement, dryRun })),
  };
}
