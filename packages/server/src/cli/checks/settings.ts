import { statSync } from "node:fs";
import { join } from "node:path";
import type { Terminal } from "@bookplate/messages/terminal";
import type { Config, SignUpMode } from "../../config/config.ts";
import { loadConfig, readEnvironment, readMisspelt } from "../../config/load.ts";
import { ConfigError } from "../../config/problems.ts";
import { type Finding, fail, ok, warn } from "./check.ts";

/** @returns the settings where they can be used, else one failure for each that cannot; and what looks like one */
export function checkSettings({ doctor, settings }: Terminal): {
  config: Config | undefined;
  findings: Finding[];
} {
  const misspelt = readMisspelt().map(({ setting, say, write }) => {
    const { what, why } = say(settings);
    return warn("settings", `${setting}: ${what}`, why, ...write);
  });
  try {
    const config = loadConfig(readEnvironment());
    const mode = doctor[config.environment];
    return {
      config,
      findings: [
        ok("settings", `${doctor.settingsFine} (${mode})`),
        ok("settings", describeSignUp(config.accounts.signUp, doctor)),
        ...misspelt,
        checkSecret(config, doctor),
      ],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const wrong = error.problems.map(({ setting, say, write }) => {
      const { what, why } = say(settings);
      return fail("settings", `${setting}: ${what}`, why, ...write);
    });
    return { config: undefined, findings: [...wrong, ...misspelt] };
  }
}

function describeSignUp(signUp: SignUpMode, doctor: Terminal["doctor"]): string {
  return signUp.mode === "domains"
    ? doctor.signUp.domains({ domains: signUp.domains.join(", ") })
    : doctor.signUp[signUp.mode];
}

/** Loading has refused a weak secret; what is left is who can read a generated one. */
function checkSecret({ dataDirectory }: Config, doctor: Terminal["doctor"]): Finding {
  const file = join(dataDirectory, "secret");
  const readableByOthers = ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0;
  return readableByOthers
    ? warn("secret", doctor.secretFileOpen({ file }), doctor.secretFileWhy, `chmod 600 ${file}`)
    : ok("secret", doctor.secretFine);
}
