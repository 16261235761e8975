import { terminal } from "@bookplate/messages/terminal";
import { checkBook } from "./checks/book.ts";
import type { Finding } from "./checks/check.ts";
import { checkDatabase } from "./checks/database.ts";
import { checkMail } from "./checks/mail.ts";
import { checkSettings } from "./checks/settings.ts";
import { checkReachable, checkTopology } from "./checks/site.ts";
import type { Output } from "./output.ts";

const colours = { ok: "green", warn: "yellow", fail: "red" } as const;

/** Runs every check and prints one line each; exit code 1 if anything has to be mended. */
export async function runDoctor(output: Output): Promise<void> {
  const findings = await findAll();
  const count = (status: Finding["status"]) => findings.filter((finding) => finding.status === status).length;
  const lines = findings.flatMap((finding) => [
    `${output.paint(colours[finding.status], finding.status.padEnd(4))}  ${finding.group.padEnd(8)}  ${finding.found}`,
    ...(finding.status === "ok"
      ? []
      : [`      why       ${finding.why}`, `      write     ${finding.write}`]),
  ]);
  const healthy = count("fail") === 0;
  const end =
    healthy && count("warn") === 0
      ? terminal.commands.doctorFine
      : terminal.commands.doctorCounts(count("warn"), count("fail"));
  output.answer({ healthy, findings }, [...lines, "", end]);
  if (!healthy) process.exitCode = 1;
}

async function findAll(): Promise<Finding[]> {
  const { config, findings } = checkSettings();
  // Everything else is about addresses and places that the settings name.
  if (!config) return findings;
  return [
    ...findings,
    ...checkTopology(config.http),
    ...(config.environment === "production" ? [await checkReachable(config.http.publicUrl)] : []),
    ...(await checkDatabase(config)),
    await checkMail(config.mail),
    ...(await checkBook(config)),
  ];
}
