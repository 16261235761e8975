import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NamedSecret } from "./keyring.ts";
import type { ConfigProblem } from "./problems.ts";
import type { SettingsReader } from "./reader.ts";

const minSecretBytes = 32;
/** A random secret of 32 bytes in base64url has far more; typed phrases like "aaaa…" have fewer. */
const minDistinctCharacters = 12;
const howToMake = "BOOKPLATE_SECRET=$(openssl rand -base64 48)";

/**
 * `BOOKPLATE_SECRET` is one secret, or a list `id:secret,id:secret` whose first entry mints.
 * One secret without an id has the id `1`, so that it can become part of a list later.
 */
export function readServerSecrets(
  reader: SettingsReader,
  options: { production: boolean; dataDirectory: string },
): readonly NamedSecret[] {
  const given = reader.text("BOOKPLATE_SECRET");
  if (given === undefined) {
    if (!options.production) return [{ id: "1", secret: generatedSecret(options.dataDirectory) }];
    reader.refuse("BOOKPLATE_SECRET", (say) => say.noSecret, howToMake);
    return [{ id: "1", secret: randomBytes(minSecretBytes).toString("base64url") }];
  }
  const secrets = given.split(",").map((entry): NamedSecret => {
    const match = /^([A-Za-z0-9_-]{1,16}):(.+)$/.exec(entry.trim());
    return { id: match?.[1] ?? "1", secret: match?.[2] ?? entry.trim() };
  });
  if (new Set(secrets.map(({ id }) => id)).size !== secrets.length) {
    reader.refuse("BOOKPLATE_SECRET", (say) => say.idTwice, "BOOKPLATE_SECRET=2:…,1:…");
  }
  for (const { id, secret } of secrets) {
    const weakness = weaknessOf(id, secret);
    if (weakness) reader.refuse("BOOKPLATE_SECRET", weakness, howToMake);
  }
  return secrets;
}

function weaknessOf(id: string, secret: string): ConfigProblem["say"] | undefined {
  if (Buffer.byteLength(secret) < minSecretBytes)
    return (say) => say.secretTooShort({ id, least: minSecretBytes });
  if (/change.?me|example|your.?secret|placeholder/i.test(secret))
    return (say) => say.secretIsExample({ id });
  if (new Set(secret).size < minDistinctCharacters) return (say) => say.secretRepeats({ id });
  return undefined;
}

/** Made once, readable by the owner alone. The data directory exists and is writable by now. */
function generatedSecret(dataDirectory: string): string {
  const file = join(dataDirectory, "secret");
  if (!existsSync(file)) {
    // `wx` lets the first of two starters win; the other reads what the first one wrote.
    try {
      writeFileSync(file, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}
