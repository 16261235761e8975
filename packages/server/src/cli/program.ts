import type { Terminal } from "@bookplate/messages/terminal";
import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { createOutput, type Output } from "./output.ts";
import { addAdminCommands } from "./program-admin.ts";
import { addAuditCommands } from "./program-audit.ts";
import { addInviteCommands } from "./program-invite.ts";
import { addKeyCommands } from "./program-keys.ts";
import { addMailCommands } from "./program-mail.ts";
import { addQuotaCommands } from "./program-quota.ts";
import { explainStartFailure } from "./start-failure.ts";
import { loadWords } from "./terminal-words.ts";
import { endOfHelp, explainUsage, translateTitle } from "./usage.ts";

const usageError = 2;

/** Runs one command and sets the process's exit code. */
export async function runCommand(given: readonly string[]): Promise<void> {
  const json = given.includes("--json");
  const words = await loadWords(json);
  const program = createProgram(words);
  const named = given.find((word) => !word.startsWith("-"));
  if (
    named !== undefined &&
    ![...program.commands.map((command) => command.name()), "help"].includes(named)
  ) {
    process.stderr.write(`${words.help.noSuchCommand({ name: named })}\n`);
    process.exitCode = usageError;
    return;
  }
  try {
    await program.parseAsync(given, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return;
      process.stderr.write(explainUsage(error, words.help));
      process.exitCode = usageError;
      return;
    }
    const message = explainStartFailure(error, words);
    if (json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    else process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}

function createProgram(words: Terminal): Command {
  const { help } = words;
  const program = new Command("bookplate")
    .description(help.about)
    .version(version, "-V, --version", help.version)
    .helpOption("-h, --help", help.help)
    .helpCommand("help [command]", help.helpOf)
    .option("--json", help.json)
    .configureHelp({ styleTitle: (title) => translateTitle(title, help) })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
    .addHelpText("after", endOfHelp(help));
  // Each command brings its own parts: the database is a large program.
  const act = (work: (output: Output, json: boolean) => Promise<void>) => {
    const { json = false } = program.opts<{ json?: boolean }>();
    return work(createOutput(json, words), json);
  };

  program
    .command("serve", { isDefault: true })
    .description(help.serve)
    .action(() => act(async (_, json) => (await import("./serve.ts")).serve({ json })));

  const migrate = program.command("migrate").description(help.migrate);
  migrate
    .command("status")
    .description(help.migrateStatus)
    .action(() => act(async (output) => (await import("./migrate.ts")).showMigrations(output)));
  migrate
    .command("up")
    .argument("[to]", help.migrateUpTo)
    .description(help.migrateUp)
    .action((to?: string) => act(async (output) => (await import("./migrate.ts")).migrateUp(output, to)));
  migrate
    .command("down")
    .argument("[to]", help.migrateDownTo)
    .option("--yes", help.migrateDownYes)
    .description(help.migrateDown)
    .action((to: string | undefined, { yes = false }: { yes?: boolean }) =>
      act(async (output) => (await import("./migrate.ts")).migrateDown(output, to, { yes })),
    );
  migrate
    .command("new")
    .argument("<name>", help.migrateNewName)
    .description(help.migrateNew)
    .action((name: string) =>
      act(async (output) => (await import("./new-migration.ts")).writeMigration(output, name)),
    );

  program
    .command("index")
    .argument("[dir]", help.indexDirectory)
    .description(help.index)
    .action((directory?: string) =>
      act(async (output) => (await import("./index-book.ts")).indexBook(output, directory)),
    );
  program
    .command("doctor")
    .description(help.doctor)
    .action(() => act(async (output) => (await import("./doctor.ts")).runDoctor(output)));
  program
    .command("reset")
    .option("--yes", help.resetYes)
    .description(help.reset)
    .action(({ yes = false }: { yes?: boolean }) =>
      act(async (output) => (await import("./reset.ts")).reset(output, { yes })),
    );
  program
    .command("import-users")
    .argument("<file>", words.users.help.file)
    .option("--dry-run", words.users.help.dryRun)
    .option("--format <format>", words.users.help.format, "auto")
    .option("--firebase-parameters <file>", words.users.help.firebaseParameters)
    .description(words.users.help.importUsers)
    .action((file: string, given: { dryRun?: boolean; format: string; firebaseParameters?: string }) =>
      act(async (output) =>
        (await import("./import-users.ts")).importUsers(output, file, {
          dryRun: given.dryRun ?? false,
          format: given.format,
          firebaseParameters: given.firebaseParameters,
        }),
      ),
    );
  const admin = addAdminCommands(program, words, act);
  const invite = addInviteCommands(program, words, act);
  const keys = addKeyCommands(program, words, act);
  const mail = addMailCommands(program, words, act);
  const quota = addQuotaCommands(program, words, act);
  const audit = addAuditCommands(program, words, act);
  const groups = [migrate, admin, invite, keys, mail, quota, audit];
  for (const command of [...program.commands, ...groups.flatMap(({ commands }) => commands)])
    command.option("--json", help.json).hook("preAction", (_, acting) => {
      if (acting.opts<{ json?: boolean }>().json) program.setOptionValue("json", true);
    });
  return program;
}
