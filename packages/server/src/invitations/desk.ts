// Inviting from the terminal. Whoever runs the server may let anybody in, as anything.
import { normalizeEmail } from "../accounts/email.ts";
import { emailSchema } from "../accounts/schemas.ts";
import { DomainError } from "../domain-error.ts";
import type { InvitationOperations } from "./requests.ts";
import type { Invitations } from "./service.ts";

const listed = 100;
const operator = { kind: "operator" } as const;

/** @param changed - makes the server of this process look at its letters at once; another one looks within a minute */
export function createInvitationDesk(deps: {
  readonly invitations: Invitations;
  readonly now: () => Date;
  readonly changed: () => Promise<void>;
}): InvitationOperations {
  const { invitations, now, changed } = deps;
  return {
    async invite({ email, role, lastsMs, language }) {
      const address = email === undefined ? undefined : normalizeEmail(email);
      if (address !== undefined && !emailSchema.safeParse(address).success) return { refused: "noAddress" };
      try {
        const expiresAt = new Date(now().getTime() + lastsMs);
        const made = await invitations.invite(operator, { email: address, role, expiresAt, language });
        if (address !== undefined) await changed();
        return { ...made, expiresAt: made.expiresAt.toISOString() };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === "sign-up-closed") return { refused: "closed" };
        if (error.code === "email-taken") return { refused: "taken" };
        if (error.facts.errors?.some(({ field }) => field === "role")) return { refused: "noSuchRole" };
        throw error;
      }
    },
    listInvitations: async () => (await invitations.list({ limit: listed })).items,
    async withdrawInvitation(id) {
      try {
        await invitations.withdraw(operator, id);
        return true;
      } catch (error) {
        if (error instanceof DomainError && error.code === "not-found") return false;
        throw error;
      }
    },
  };
}
