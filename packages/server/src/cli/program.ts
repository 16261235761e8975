import { terminal } from "@bookplate/messages/terminal";
import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { createOutput, type Output } from "./output.ts";
import { explainStartFailure } from "./start-failure.ts";

const usageError = 2;

const examples = `
Examples:
  $ bookplate                          serve the book, the API and the mailbox
  $ bookplate doctor                   check settings before going public
  $ bookplate migrate status           which migrations the database has
  $ bookplate migrate down 0001        take back everything after 0001
  $ bookplate index ../my-book         make a built book searchable
  $ bookplate reset --yes              start over with an empty embedded database

Settings come from the environment and from .env in the working directory.
Exit codes: 0 done · 1 refused or failed, with a sentence that says why · 2 wrong usage`;

/** Runs one command and sets the process's exit code. */
export async function runCommand(given: readonly string[]): Promise<void> {
  const program = createProgram();
  const named = given.find((word) => !word.startsWith("-"));
  if (
    named !== undefined &&
    ![...program.commands.map((command) => command.name()), "help"].includes(named)
  ) {
    process.stderr.write(`${terminal.commands.noSuchCommand(named)}\n`);
    process.exitCode = usageError;
    return;
  }
  try {
    await program.parseAsync(given, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : usageError;
      return;
    }
    const message = explainStartFailure(error);
    if (given.includes("--json")) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    else process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}

function createProgram(): Command {
  const program = new Command("bookplate")
    .description("Accounts and chat ownership for AI books.")
    .version(version)
    .option("--json", "answer with one JSON object")
    .exitOverride()
    .addHelpText("after", examples);
  // Each command brings its own parts: the database is a large program.
  const act = (work: (output: Output, json: boolean) => Promise<void>) => {
    const { json = false } = program.opts<{ json?: boolean }>();
    return work(createOutput(json), json);
  };

  program
    .command("serve", { isDefault: true })
    .description("serve until Ctrl+C (what happens without a command)")
    .action(() => act(async (_, json) => (await import("./serve.ts")).serve({ json })));

  const migrate = program.command("migrate").description("look at the schema, or change it");
  migrate
    .command("status")
    .description("list the migrations, applied or pending")
    .action(() => act(async (output) => (await import("./migrate.ts")).showMigrations(output)));
  migrate
    .command("up")
    .argument("[to]", "the last migration to apply, by name or number")
    .description("apply what is pending (every start does)")
    .action((to?: string) => act(async (output) => (await import("./migrate.ts")).migrateUp(output, to)));
  migrate
    .command("down")
    .argument("[to]", "the migration that stays the last one; 0 takes back all")
    .option("--yes", "in production: yes, delete the data")
    .description("take the last migration back, and its data with it")
    .action((to: string | undefined, { yes = false }: { yes?: boolean }) =>
      act(async (output) => (await import("./migrate.ts")).migrateDown(output, to, { yes })),
    );
  migrate
    .command("new")
    .argument("<name>", "for example add-bookmarks")
    .description("write the file of the next migration")
    .action((name: string) =>
      act(async (output) => (await import("./new-migration.ts")).writeMigration(output, name)),
    );

  program
    .command("index")
    .argument("[dir]", "the Docusaurus site; BOOK_DIR without it")
    .description("index the Markdown of a built book into the database")
    .action((directory?: string) =>
      act(async (output) => (await import("./index-book.ts")).indexBook(output, directory)),
    );
  program
    .command("doctor")
    .description("check settings, site, database, mail and book; says what to write")
    .action(() => act(async (output) => (await import("./doctor.ts")).runDoctor(output)));
  program
    .command("reset")
    .option("--yes", "do not ask")
    .description("delete the embedded database and the caught letters, never a Postgres")
    .action(({ yes = false }: { yes?: boolean }) =>
      act(async (output) => (await import("./reset.ts")).reset(output, { yes })),
    );
  for (const command of [...program.commands, ...migrate.commands])
    command.option("--json", "answer with one JSON object").hook("preAction", (_, acting) => {
      if (acting.opts<{ json?: boolean }>().json) program.setOptionValue("json", true);
    });
  return program;
}
