import { SecretMissingError } from "../config/keyring.ts";
import { ConfigError, describeProblems } from "../config/problems.ts";
import { DirectoryLockedError } from "../database/lock-file.ts";
import { SchemaTooNewError } from "../database/migrate.ts";
import { PostgresTooOldError } from "../database/postgres-version.ts";
import { isDatabaseUnavailable } from "../database/unavailable.ts";
import { CommandRefusal } from "./refusal.ts";

/** One clear sentence for everything that is known to stop a start; the stack only for what is not. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof ConfigError) {
    return `Bookplate does not start with these settings:\n\n${describeProblems(error.problems)}\n`;
  }
  const known = [
    CommandRefusal,
    SecretMissingError,
    DirectoryLockedError,
    SchemaTooNewError,
    PostgresTooOldError,
  ];
  if (known.some((kind) => error instanceof kind)) return (error as Error).message;
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : undefined;
  const port = "port" in error ? error.port : undefined;
  const syscall = "syscall" in error ? error.syscall : undefined;
  if (code === "EADDRINUSE")
    return `Port ${port} is in use. Stop what listens there, or choose another with PORT.`;
  if (code === "EACCES" && syscall === "listen")
    return `Port ${port} needs rights that this user lacks. Choose one above 1023 with PORT.`;
  if (code === "EADDRNOTAVAIL")
    return "HOST is not an address of this machine. Use 127.0.0.1, 0.0.0.0 or one that it has.";
  if (code === "28P01" || code === "28000") return "Postgres refuses the user or password in DATABASE_URL.";
  if (code === "3D000")
    return "The database named in DATABASE_URL does not exist. Create it, then start again.";
  if (isDatabaseUnavailable(error))
    return `The database in DATABASE_URL cannot be reached: ${error.message || code}.`;
  return error.stack ?? error.message;
}
