import type { Terminal } from "@bookplate/messages/terminal";
import type { CommanderError } from "commander";

type Help = Terminal["help"];

/** Commander's codes for what was not given, or not given a value. */
const missing = new Set([
  "commander.missingArgument",
  "commander.missingMandatoryOptionValue",
  "commander.optionMissingArgument",
]);

/** What `--help` ends with: examples, where settings come from, and what the exit codes mean. */
export function endOfHelp({ titles, examples, settings, exitCodes }: Help): string {
  const lines = [
    ["bookplate", examples.serve],
    ["bookplate doctor", examples.doctor],
    ["bookplate migrate status", examples.status],
    ["bookplate migrate down 0001", examples.down],
    ["bookplate index ../my-book", examples.index],
    ["bookplate reset --yes", examples.reset],
  ].map(([command = "", purpose]) => `  $ ${command.padEnd(32)} ${purpose}`);
  return ["", titles.examples, ...lines, "", settings, exitCodes].join("\n");
}

/** Commander has no languages of its own; it lets every title pass through here. */
export function translateTitle(title: string, { titles }: Help): string {
  const translated: Readonly<Record<string, string>> = {
    "Usage:": titles.usage,
    "Arguments:": titles.arguments,
    "Options:": titles.options,
    "Commands:": titles.commands,
  };
  return translated[title] ?? title;
}

/** A wrong usage in words; nothing for a group of commands that has already answered with its help. */
export function explainUsage({ code, message }: CommanderError, help: Help): string {
  if (code === "commander.help") return "";
  // Commander names what it means between quotes, and nowhere else.
  const name = /'([^']+)'/.exec(message)?.[1] ?? "";
  if (code === "commander.unknownOption") return `${help.noSuchOption({ name })}\n`;
  if (code === "commander.unknownCommand") return `${help.noSuchCommand({ name })}\n`;
  if (missing.has(code)) return `${help.argumentMissing({ name })}\n`;
  return `${help.wrongUsage}\n`;
}
