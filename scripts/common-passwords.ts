// Writes the server's list of common and leaked passwords, in a compact form: those of the strength meter's
// dictionary, and those of the file that is given, most frequent first and one per line. Passwords that are long enough
// for the default settings come first, because a list is of use only where the length does not refuse already.
import { createReadStream, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import {
  asListed,
  commonPasswordsFile,
  minListedCharacters,
  writeCommonPasswords,
} from "../packages/server/src/accounts/common-passwords.ts";
import { repositoryRoot } from "./repository-paths.mjs";

/** A larger list would find few more, and weighs 2.8 bytes for each. */
const mostListed = 200_000;
/** `PASSWORD_MIN_LENGTH` where nobody sets it. */
const usualMinimum = 10;

/** The library belongs to the server, which is where it is found. */
export function readDictionary(): readonly string[] {
  const require = createRequire(join(repositoryRoot, "packages/server/package.json"));
  const { dictionary } = require("@zxcvbn-ts/language-common") as {
    dictionary: Readonly<Record<"passwords-common", readonly string[]>>;
  };
  return dictionary["passwords-common"];
}

export const isListed = (password: string): boolean => [...password].length >= minListedCharacters;

/** The passwords that the list is made of, as the list has them, each once. */
export async function collectPasswords(file: string): Promise<string[]> {
  const passwords = new Set(readDictionary().map(asListed).filter(isListed));
  const short: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file, "utf8") })) {
    const password = asListed(line);
    if ([...password].length >= usualMinimum) passwords.add(password);
    else if (isListed(password)) short.push(password);
  }
  for (const password of short) if (passwords.size < mostListed) passwords.add(password);
  return [...passwords];
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    process.stderr.write("Name a file of passwords, most frequent first, one per line.\n");
    process.exitCode = 2;
  } else {
    const passwords = await collectPasswords(file);
    const bytes = writeCommonPasswords(passwords);
    writeFileSync(commonPasswordsFile, bytes);
    process.stdout.write(`${passwords.length} passwords in ${bytes.length} bytes.\n`);
  }
}
