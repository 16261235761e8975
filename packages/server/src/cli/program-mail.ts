import type { Terminal } from "@bookplate/messages/terminal";
import type { Command } from "commander";
import type { Output } from "./output.ts";

type Act = (work: (output: Output) => Promise<void>) => Promise<void>;

/** `bookplate mail`: whether letters go out, and which did not. */
export function addMailCommands(program: Command, { mail: { help } }: Terminal, act: Act): Command {
  const load = () => import("./mail.ts");
  const mail = program.command("mail").description(help.mail);
  mail
    .command("test")
    .argument("<address>", help.address)
    .description(help.test)
    .action((address: string) =>
      act(async (output) => (await import("./mail-test.ts")).testMail(output, address)),
    );
  mail
    .command("list")
    .option("--failed", help.failed)
    .option("--to <address>", help.to)
    .description(help.list)
    .action(({ failed = false, to }: { failed?: boolean; to?: string }) =>
      act(async (output) => (await load()).listLetters(output, { failed, to })),
    );
  mail
    .command("retry")
    .argument("[id]", help.id)
    .option("--all", help.all)
    .description(help.retry)
    .action((id: string | undefined, { all = false }: { all?: boolean }) =>
      act(async (output) => (await load()).retryLetters(output, { id, all })),
    );
  mail
    .command("suppressed")
    .description(help.suppressed)
    .action(() => act(async (output) => (await load()).listSuppressed(output)));
  mail
    .command("unsuppress")
    .argument("<address>", help.address)
    .description(help.unsuppress)
    .action((address: string) => act(async (output) => (await load()).unsuppress(output, address)));
  mail
    .command("announce")
    .argument("<file>", help.file)
    .option("--yes", help.yes)
    .description(help.announce)
    .action((file: string, { yes = false }: { yes?: boolean }) =>
      act(async (output) => (await load()).announce(output, file, { yes })),
    );
  return mail;
}
