import { parseDurationMs } from "../config/duration.ts";
import { type InviteRefusal, invitationLastsMs, longestInvitationMs } from "../invitations/requests.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { padColumns, widest } from "./columns.ts";
import type { Output } from "./output.ts";
import { withOperations } from "./with-operations.ts";

interface Given {
  readonly email?: string;
  readonly role?: string;
  readonly expires?: string;
  readonly language?: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Prints the link; an address gets it by letter, too. */
export function invite(output: Output, given: Given): Promise<void> {
  const { words, paint } = output;
  const { email, role, expires, language = words.language } = given;
  const lastsMs = expires === undefined ? invitationLastsMs : parseDurationMs(expires);
  if (lastsMs === undefined || lastsMs === 0 || lastsMs > longestInvitationMs)
    throw new OperatorRefusal((say) => say.invite.badExpiry({ value: expires ?? "" }));
  return withOperations(output, async (operations) => {
    const made = await operations.invite({ email, role, lastsMs, language });
    if ("refused" in made) throw refusal(made.refused, given);
    const { id, url, expiresAt } = made;
    output.answer({ id, url, email: email ?? null, expiresAt }, [
      words.invite.made({ moment: expiresAt }),
      paint("bold", url),
      ...(email === undefined ? [] : [words.invite.mailed({ email })]),
    ]);
  });
}

function refusal(reason: InviteRefusal, { email = "", role = "" }: Given): OperatorRefusal {
  return new OperatorRefusal(({ invite: say }) =>
    reason === "closed"
      ? say.closed
      : reason === "noSuchRole"
        ? say.noSuchRole({ role })
        : say[reason]({ email }),
  );
}

export function listInvitations(output: Output): Promise<void> {
  return withOperations(output, async (operations) => {
    const { invite: words } = output.words;
    const invitations = await operations.listInvitations();
    const rows = invitations.map(({ id, email, role, expiresAt, acceptedAt }) => ({
      id,
      who: email ?? words.anybody,
      role,
      when: acceptedAt === null ? words.until({ moment: expiresAt }) : words.accepted({ moment: acceptedAt }),
    }));
    const who = widest(rows.map((row) => row.who));
    const role = widest(rows.map((row) => row.role));
    const lines = rows.map(
      (row) => `${row.id}  ${padColumns(row.who, who)}  ${padColumns(row.role, role)}  ${row.when}`,
    );
    output.answer({ invitations }, lines.length === 0 ? [words.nobody] : lines);
  });
}

export function withdrawInvitation(output: Output, id: string): Promise<void> {
  return withOperations(output, async (operations) => {
    const withdrawn = uuid.test(id) && (await operations.withdrawInvitation(id));
    if (!withdrawn) throw new OperatorRefusal(({ invite: say }) => say.noSuchInvitation({ id }));
    output.answer({ withdrawn: id }, [output.words.invite.withdrawn]);
  });
}
