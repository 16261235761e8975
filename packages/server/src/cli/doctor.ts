import type { Terminal } from "@bookplate/messages/terminal";
import { linesToWrite } from "../config/problems.ts";
import { checkAnswers, checkEmbeddings } from "./checks/answers.ts";
import { checkBook } from "./checks/book.ts";
import type { Finding } from "./checks/check.ts";
import { checkDatabase } from "./checks/database.ts";
import { checkLimits } from "./checks/limits.ts";
import { checkMail } from "./checks/mail.ts";
import { checkSettings } from "./checks/settings.ts";
import { checkReachable, checkTopology } from "./checks/site.ts";
import { padColumns, widest } from "./columns.ts";
import type { Output } from "./output.ts";

const colours = { ok: "green", warn: "yellow", fail: "red" } as const;

/** Runs every check and prints one line each; exit code 1 if anything has to be mended. */
export async function runDoctor(output: Output): Promise<void> {
  const { doctor, settings } = output.words;
  const findings = await findAll(output.words);
  const count = (status: Finding["status"]) => findings.filter((finding) => finding.status === status).length;
  const first = widest(Object.values(doctor.status));
  const second = widest([...Object.values(doctor.groups), settings.why, settings.write]);
  const below = (title: string, text: string) =>
    `${" ".repeat(first)}  ${padColumns(title, second)}  ${text}`;
  const lines = findings.flatMap((finding) => [
    `${output.paint(colours[finding.status], padColumns(doctor.status[finding.status], first))}  ${padColumns(doctor.groups[finding.group], second)}  ${finding.found}`,
    ...(finding.status === "ok"
      ? []
      : [below(settings.why, finding.why), below(settings.write, linesToWrite(finding.write, settings))]),
  ]);
  const healthy = count("fail") === 0;
  const end =
    healthy && count("warn") === 0
      ? doctor.fine
      : doctor.counts({ fail: count("fail"), warn: count("warn") });
  output.answer({ healthy, findings }, [...lines, "", end]);
  if (!healthy) process.exitCode = 1;
}

async function findAll(words: Terminal): Promise<Finding[]> {
  const { config, findings } = checkSettings(words);
  // Everything else is about addresses and places that the settings name.
  if (!config) return findings;
  return [
    ...findings,
    ...checkTopology(config.http, words),
    ...(config.environment === "production" ? [await checkReachable(config.http.publicUrl, words)] : []),
    ...(await checkDatabase(config, words)),
    ...(await checkLimits(config.redisUrl, words)),
    ...(await checkMail(config.mail, words)),
    ...(await checkBook(config, words)),
    await checkAnswers(config.model, words),
    ...(await checkEmbeddings(config.embeddings, words)),
  ];
}
