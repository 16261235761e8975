import { statSync } from "node:fs";
import { join } from "node:path";
import { terminal } from "@bookplate/messages/terminal";
import type { Config } from "../../config/config.ts";
import { loadConfig, readEnvironment } from "../../config/load.ts";
import { ConfigError } from "../../config/problems.ts";
import { type Finding, fail, ok, warn } from "./check.ts";

const { checks } = terminal;

/** @returns the settings where they can be used, else one failure for each that cannot */
export function checkSettings(): { config: Config | undefined; findings: Finding[] } {
  try {
    const config = loadConfig(readEnvironment());
    const mode = config.environment === "production" ? checks.production : checks.development;
    return { config, findings: [ok("settings", `${checks.settingsFine} (${mode})`), checkSecret(config)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.problems.map(({ setting, what, why, write }) =>
      fail("settings", `${setting} ${what}`, why, write),
    );
    return { config: undefined, findings };
  }
}

/** Loading has refused a weak secret; what is left is who can read a generated one. */
function checkSecret({ dataDirectory }: Config): Finding {
  const file = join(dataDirectory, "secret");
  const readableByOthers = ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0;
  return readableByOthers
    ? warn("secret", checks.secretFileOpen(file), checks.secretFileWhy, `chmod 600 ${file}`)
    : ok("secret", checks.secretFine);
}
