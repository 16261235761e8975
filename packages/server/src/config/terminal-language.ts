import { env } from "node:process";

/**
 * The language of the operator's locale, as a BCP 47 tag: `de_AT.UTF-8` gives `de-AT`, no locale and `C` give what
 * nobody has written, so English. POSIX.1-2017, section 8.2: an empty variable counts as unset.
 */
export function readTerminalLanguage(environment: NodeJS.ProcessEnv = env): string {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return locale.replace(/[.@].*$/, "").replaceAll("_", "-");
}
