import type { Terminal } from "@bookplate/messages/terminal";
import type { Command } from "commander";
import type { Output } from "./output.ts";

type Act = (work: (output: Output) => Promise<void>) => Promise<void>;

/** `bookplate invite`: leave to make an account. */
export function addInviteCommands(program: Command, { invite: { help } }: Terminal, act: Act): Command {
  const load = () => import("./invite.ts");
  const invite = program
    .command("invite")
    .option("--email <address>", help.email)
    .option("--role <role>", help.role)
    .option("--expires <duration>", help.expires)
    .option("--language <tag>", help.language)
    .description(help.invite)
    .action((given: { email?: string; role?: string; expires?: string; language?: string }) =>
      act(async (output) => (await load()).invite(output, given)),
    );
  invite
    .command("list")
    .description(help.list)
    .action(() => act(async (output) => (await load()).listInvitations(output)));
  invite
    .command("withdraw")
    .argument("<id>", help.id)
    .description(help.withdraw)
    .action((id: string) => act(async (output) => (await load()).withdrawInvitation(output, id)));
  return invite;
}
