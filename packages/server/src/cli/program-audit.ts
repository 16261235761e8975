import type { Terminal } from "@bookplate/messages/terminal";
import type { Command } from "commander";
import type { Output } from "./output.ts";

type Act = (work: (output: Output) => Promise<void>) => Promise<void>;

/** `bookplate audit`: whether the chain of security events holds. */
export function addAuditCommands(program: Command, { audit: { help } }: Terminal, act: Act): Command {
  const audit = program.command("audit").description(help.audit);
  audit
    .command("verify")
    .option("--head <head>", help.head)
    .description(help.verify)
    .action(({ head }: { head?: string }) =>
      act(async (output) => (await import("./audit.ts")).verifyAudit(output, head)),
    );
  return audit;
}
