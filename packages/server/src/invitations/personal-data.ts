import type { PersonalData } from "../accounts/personal-data.ts";
import { listInvitationsOf } from "./queries.ts";

/** What a reader came by, and whom they have invited; who accepted is theirs to say. */
export const invitationsData: PersonalData = {
  part: "invitations",
  read: async (db, userId) =>
    (await listInvitationsOf(db, userId)).map(
      ({ email, role, createdAt, expiresAt, acceptedAt, acceptedBy }) => ({
        direction: acceptedBy === userId ? "received" : "made",
        email,
        role,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        acceptedAt: acceptedAt?.toISOString() ?? null,
      }),
    ),
};
