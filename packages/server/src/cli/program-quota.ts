import type { Terminal } from "@bookplate/messages/terminal";
import type { Command } from "commander";
import type { Output } from "./output.ts";

type Act = (work: (output: Output) => Promise<void>) => Promise<void>;

/** `bookplate quota`: what was asked today, and limits of one reader. */
export function addQuotaCommands(program: Command, { quota: { help } }: Terminal, act: Act): Command {
  const load = () => import("./quota.ts");
  const quota = program.command("quota").description(help.quota);
  quota
    .command("show")
    .argument("[reader]", help.reader)
    .description(help.show)
    .action((reader?: string) => act(async (output) => (await load()).showQuotas(output, reader)));
  quota
    .command("set")
    .argument("<reader>", help.reader)
    .option("--messages <limit>", help.messages)
    .option("--tokens <limit>", help.tokens)
    .description(help.set)
    .action((reader: string, given: { messages?: string; tokens?: string }) =>
      act(async (output) => (await load()).setQuotas(output, reader, given)),
    );
  return quota;
}
