import { type ProviderSettingName, providerSettingNames } from "./identity-providers.ts";
import type { ConfigProblem } from "./problems.ts";
import { type SettingName, settingNames } from "./settings.ts";

const mostEdits = 2;
/** Many programs share the environment, and short names look alike by chance; `.env` is ours. */
const lettersPerEdit = { environment: 5, file: 4 };

/** Names as they are given, by where they stand. */
export interface GivenNames {
  readonly environment: readonly string[];
  readonly file: readonly string[];
}

/**
 * Names that look like a setting and are none: nothing reads them, and nobody would notice. Values are not
 * repeated: one may be a secret.
 */
export function findMisspelt(given: GivenNames): ConfigProblem[] {
  const names = new Set([...given.file, ...given.environment]);
  const missing = settingNames.filter((setting) => !names.has(setting));
  // Other programs have clients of their own in the environment, with names of this kind.
  const missingInFile = [...missing, ...providerSettingNames.filter((setting) => !names.has(setting))];
  return [...names].flatMap((name) => {
    if (isSetting(name)) return [];
    const inFile = given.file.includes(name);
    const perEdit = lettersPerEdit[inFile ? "file" : "environment"];
    // A setting that is there is not what another name stands for.
    const meant = (inFile ? missingInFile : missing).find((setting) => looksLike(name, setting, perEdit));
    if (meant === undefined) return [];
    return [{ setting: name, say: ({ misspelt }) => misspelt, write: [`${meant}=…`] }];
  });
}

function isSetting(name: string): boolean {
  return [...settingNames, ...providerSettingNames].some((setting) => setting === name);
}

function looksLike(name: string, setting: SettingName | ProviderSettingName, perEdit: number): boolean {
  const most = Math.min(mostEdits, Math.floor(setting.length / perEdit));
  return [name, name.replace(/^BOOKPLATE_/, "")].some(
    (written) => lettersOf(written) === lettersOf(setting) || countEdits(written, setting) <= most,
  );
}

const lettersOf = (name: string) => name.toUpperCase().replaceAll(/[^A-Z]/g, "");

/** Letters to insert, remove or replace (Levenshtein), row by row. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    let last = index + 1;
    const next = [last];
    for (const [at, wanted] of [...to].entries()) {
      const replaced = (row[at] ?? 0) + (letter === wanted ? 0 : 1);
      last = Math.min(replaced, last + 1, (row[at + 1] ?? 0) + 1);
      next.push(last);
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
