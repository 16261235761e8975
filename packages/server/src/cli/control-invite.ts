import { z } from "zod";
import { type InvitationOperations, inviteRefusals } from "../invitations/requests.ts";

/** What `bookplate invite` asks of the server that has the database open; light, because every command loads it. */
export const inviteRequestSchema = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("invite"),
    email: z.string().optional(),
    role: z.string().optional(),
    lastsMs: z.number(),
    language: z.string(),
  }),
  z.object({ act: z.literal("list") }),
  z.object({ act: z.literal("withdraw"), id: z.string() }),
]);
export type InviteControlRequest = z.infer<typeof inviteRequestSchema>;

const invitedSchema = z.union([
  z.object({ refused: z.enum(inviteRefusals) }),
  z.object({ id: z.string(), url: z.string(), expiresAt: z.string() }),
]);
const invitationsSchema = z.array(
  z.object({
    id: z.string(),
    email: z.string().nullable(),
    role: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    acceptedAt: z.string().nullable(),
    invitedBy: z.string().nullable(),
  }),
);

export function performInvite(
  operations: InvitationOperations,
  request: InviteControlRequest,
): Promise<unknown> {
  switch (request.act) {
    case "invite":
      return operations.invite(request);
    case "list":
      return operations.listInvitations();
    case "withdraw":
      return operations.withdrawInvitation(request.id);
  }
}

/** The operations of invitations, done by the server that is asked. */
export function invitationsOf(
  ask: (request: InviteControlRequest) => Promise<unknown>,
): InvitationOperations {
  return {
    invite: async (request) => invitedSchema.parse(await ask({ act: "invite", ...request })),
    listInvitations: async () => invitationsSchema.parse(await ask({ act: "list" })),
    withdrawInvitation: async (id) => z.boolean().parse(await ask({ act: "withdraw", id })),
  };
}
