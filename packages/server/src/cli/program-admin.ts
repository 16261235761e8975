import type { Terminal } from "@bookplate/messages/terminal";
import type { Command } from "commander";
import type { Output } from "./output.ts";

type Act = (work: (output: Output) => Promise<void>) => Promise<void>;

/** `bookplate admin`: the first administrator, and what the terminal may always do about roles and bans. */
export function addAdminCommands(program: Command, { admin: { help } }: Terminal, act: Act): Command {
  const load = () => import("./admin.ts");
  const admin = program.command("admin").description(help.admin);
  admin
    .command("link")
    .description(help.link)
    .action(() => act(async (output) => (await load()).printClaimLink(output)));
  admin
    .command("create")
    .requiredOption("--email <address>", help.email)
    .option("--name <name>", help.name)
    .description(help.create)
    .action((given: { email: string; name?: string }) =>
      act(async (output) => (await load()).createAdministrator(output, given)),
    );
  admin
    .command("list")
    .description(help.list)
    .action(() => act(async (output) => (await load()).listStaff(output)));
  admin
    .command("role")
    .argument("<account>", help.who)
    .argument("<role>", help.roleName)
    .option("--reason <text>", help.reason)
    .description(help.role)
    .action((who: string, role: string, { reason }: { reason?: string }) =>
      act(async (output) => (await load()).changeRole(output, { who, role, reason })),
    );
  admin
    .command("ban")
    .argument("<account>", help.who)
    .option("--reason <text>", help.reason)
    .option("--until <moment>", help.until)
    .option("--for <time>", help.for)
    .description(help.ban)
    .action((who: string, given: { reason?: string; until?: string; for?: string }) =>
      act(async (output) => (await load()).banAccount(output, { who, ...given })),
    );
  admin
    .command("unban")
    .argument("<account>", help.who)
    .option("--reason <text>", help.reason)
    .description(help.unban)
    .action((who: string, { reason }: { reason?: string }) =>
      act(async (output) => (await load()).unbanAccount(output, { who, reason })),
    );
  return admin;
}
