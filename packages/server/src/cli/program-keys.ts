import type { Terminal } from "@bookplate/messages/terminal";
import type { Command } from "commander";
import type { Output } from "./output.ts";

type Act = (work: (output: Output) => Promise<void>) => Promise<void>;

/** `bookplate keys`: the signing keys, and the secrets that keep them. */
export function addKeyCommands(program: Command, { keys: { help } }: Terminal, act: Act): Command {
  const load = () => import("./keys.ts");
  const keys = program.command("keys").description(help.keys);
  keys
    .command("list")
    .description(help.list)
    .action(() => act(async (output) => (await load()).listKeys(output)));
  keys
    .command("rotate")
    .description(help.rotate)
    .action(() => act(async (output) => (await load()).rotateKeys(output)));
  keys
    .command("remove")
    .argument("<kid>", help.kid)
    .option("--yes", help.yes)
    .description(help.remove)
    .action((kid: string, { yes = false }: { yes?: boolean }) =>
      act(async (output) => (await load()).removeKey(output, kid, { yes })),
    );
  keys
    .command("secrets")
    .description(help.secrets)
    .action(() => act(async (output) => (await load()).listSecrets(output)));
  keys
    .command("reencrypt")
    .description(help.reencrypt)
    .action(() => act(async (output) => (await load()).reencrypt(output)));
  keys
    .command("forget")
    .argument("<id>", help.id)
    .option("--yes", help.yes)
    .description(help.forget)
    .action((id: string, { yes = false }: { yes?: boolean }) =>
      act(async (output) => (await load()).forgetSecret(output, id, { yes })),
    );
  return keys;
}
