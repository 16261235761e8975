import { relative } from "node:path";
import { styleText } from "node:util";
import { terminal } from "@bookplate/messages/terminal";
import type { Config } from "../config/config.ts";
import { defaultPort } from "../config/config.ts";
import type { RunningServer } from "../server.ts";
import { version } from "../version.ts";

interface Screen {
  readonly config: Config;
  readonly server: RunningServer;
  /** `PORT` was not set, and the default one was busy. */
  readonly portMoved: boolean;
  readonly secretGenerated: boolean;
  readonly startedInMs: number;
  readonly stream: NodeJS.WriteStream;
}

/** What a start prints: at most 80 columns, colour only on a terminal that wants it. */
export function startScreen({
  config,
  server,
  portMoved,
  secretGenerated,
  startedInMs,
  stream,
}: Screen): string {
  const style = (format: "bold" | "dim" | "cyan", text: string) => styleText(format, text, { stream });
  const { publicUrl, bookUrl } = config.http;
  const places: [string, string, string][] = [
    [terminal.book, `${bookUrl}/`, portMoved ? terminal.portMoved(defaultPort) : terminal.bookHint],
  ];
  if (config.mail.kind === "mailbox")
    places.push([terminal.mailbox, `${publicUrl}/dev/mail`, terminal.mailboxHint]);
  places.push([terminal.api, `${publicUrl}/api/docs`, terminal.apiHint]);

  const facts = firstFacts({ config, server, secretGenerated });
  const lines = [
    `${style("bold", "bookplate")} ${version} · ${config.environment}`,
    // A later start says what has changed, in one line, and where everything is.
    ...(server.isNew
      ? ["", ...facts.map(([name, text]) => `${style("dim", name.padEnd(10))} ${text}`), ""]
      : changes({ server, secretGenerated })),
    ...places.map(
      ([name, url, hint]) => `${style("dim", name.padEnd(10))} ${style("cyan", url.padEnd(31))} ${hint}`,
    ),
    ...(server.isNew ? [""] : []),
    terminal.ready(startedInMs / 1000),
  ];
  return `\n${lines.map((line) => (line ? `  ${line}` : "")).join("\n")}\n\n`;
}

/** What is worth knowing once: where everything is kept, and what leaves this machine. */
function firstFacts({
  config,
  server,
  secretGenerated,
}: Omit<Screen, "stream" | "portMoved" | "startedInMs">) {
  const facts: [string, string][] = [
    [terminal.database, `${shorten(server.database)} · ${terminal.newDatabase(server.migrationsApplied)}`],
  ];
  if (secretGenerated)
    facts.push([terminal.secret, terminal.secretGenerated(shorten(`${config.dataDirectory}/secret`))]);
  facts.push([
    terminal.mail,
    config.mail.kind === "mailbox" ? terminal.mailCaught : terminal.mailSent(config.mail.from),
  ]);
  facts.push([terminal.answers, terminal.answersFromExtracts(server.passages)]);
  return facts;
}

function changes({ server, secretGenerated }: Pick<Screen, "server" | "secretGenerated">): string[] {
  const changed = [
    server.migrationsApplied > 0 && terminal.migrations(server.migrationsApplied),
    secretGenerated && terminal.secretReplaced,
    server.passages === 0 && terminal.answersFromExtracts(0),
  ].filter((text) => text !== false);
  return changed.length > 0 ? [changed.join(" · ")] : [];
}

/** Paths below the working directory are shorter, and a person can type them. */
function shorten(text: string): string {
  const here = process.cwd();
  return text.replaceAll(/\/\S+/g, (path) => {
    const below = relative(here, path);
    return below.startsWith("..") ? path : `./${below}`;
  });
}
