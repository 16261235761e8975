import { relative } from "node:path";
import { styleText } from "node:util";
import type { Terminal } from "@bookplate/messages/terminal";
import type { Config } from "../config/config.ts";
import { defaultPort } from "../config/config.ts";
import type { RunningServer } from "../server.ts";
import { version } from "../version.ts";
import type { ClaimNotice } from "./claim-notice.ts";
import { padColumns, widest } from "./columns.ts";

interface Screen {
  readonly config: Config;
  readonly server: Pick<RunningServer, "database" | "migrationsApplied" | "isNew" | "passages">;
  /** `PORT` was not set, and the default one was busy. */
  readonly portMoved: boolean;
  /** While nobody administers. */
  readonly claim?: ClaimNotice | undefined;
  readonly secretGenerated: boolean;
  readonly startedInMs: number;
  readonly words: Terminal;
  readonly stream: NodeJS.WriteStream;
}

/** What a start prints: at most 80 columns, colour only on a terminal that wants it. */
export function startScreen({
  config,
  server,
  portMoved,
  claim,
  secretGenerated,
  startedInMs,
  words,
  stream,
}: Screen): string {
  const style = (format: "bold" | "dim" | "cyan", text: string) => styleText(format, text, { stream });
  const { screen } = words;
  const { publicUrl, bookUrl } = config.http;
  const places: [string, string, string][] = [
    [screen.book, `${bookUrl}/`, portMoved ? screen.portMoved({ port: defaultPort }) : screen.bookHint],
  ];
  if (config.mail.kind === "mailbox")
    places.push([screen.mailbox, `${publicUrl}/dev/mail`, screen.mailboxHint]);
  places.push([screen.api, `${publicUrl}/api/docs`, screen.apiHint]);

  const facts = firstFacts({ config, server, secretGenerated, words });
  const width = widest([...facts, ...places].map(([name]) => name));
  const lines = [
    `${style("bold", "bookplate")} ${version} · ${config.environment}`,
    // A later start says what has changed, in one line, and where everything is.
    ...(server.isNew
      ? ["", ...facts.map(([name, text]) => `${style("dim", padColumns(name, width))} ${text}`), ""]
      : changes({ server, secretGenerated, words })),
    ...places.map(
      ([name, url, hint]) =>
        `${style("dim", padColumns(name, width))} ${style("cyan", url.padEnd(31))} ${hint}`,
    ),
    ...claimLines(claim, server.isNew, words).map((line) =>
      line.includes("#k=") ? style("cyan", line) : line,
    ),
    ...(server.isNew ? [""] : []),
    screen.ready({ count: startedInMs / 1000 }),
  ];
  return `\n${lines.map((line) => (line ? `  ${line}` : "")).join("\n")}\n\n`;
}

/** What is worth knowing once: where everything is kept, and what leaves this machine. */
function firstFacts({
  config,
  server,
  secretGenerated,
  words: { screen },
}: Omit<Screen, "stream" | "portMoved" | "startedInMs">) {
  const count = server.migrationsApplied;
  const how = count === 0 ? screen.newFromImage : screen.newMigrated({ count });
  const facts: [string, string][] = [[screen.database, `${shorten(server.database)} · ${how}`]];
  if (secretGenerated)
    facts.push([screen.secret, screen.secretGenerated({ file: shorten(`${config.dataDirectory}/secret`) })]);
  facts.push([
    screen.mail,
    config.mail.kind === "mailbox" ? screen.mailCaught : screen.mailSent({ from: config.mail.from }),
  ]);
  facts.push([screen.answers, answersText(config.model, server.passages, screen)]);
  return facts;
}

function claimLines(claim: ClaimNotice | undefined, isNew: boolean, { screen }: Terminal): string[] {
  if (!claim) return [];
  const before = isNew ? [""] : [];
  if (claim.url === null) return [...before, screen.noAdministrator];
  return [...before, screen.claim, `  ${claim.url}`, `  ${screen.claimAgain}`];
}

function answersText(model: Config["model"], passages: number, screen: Terminal["screen"]): string {
  if (passages === 0) return screen.noBook;
  // Names need no translation.
  if (model) return `${model.name} · ${new URL(model.baseUrl).host}`;
  return screen.answersFromExtracts({ count: passages });
}

function changes({
  server,
  secretGenerated,
  words: { screen },
}: Pick<Screen, "server" | "secretGenerated" | "words">): string[] {
  const changed = [
    server.migrationsApplied > 0 && screen.migrated({ count: server.migrationsApplied }),
    secretGenerated && screen.secretReplaced,
    server.passages === 0 && screen.noBook,
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
