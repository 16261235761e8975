import { DatabaseSilentError } from "./within-time.ts";

/**
 * Whether an error means that the database is away, as opposed to a statement that failed: connection
 * exceptions (class 08), shutdown and cannot-connect-now (57P01–57P03), too many connections (53300),
 * refused or broken sockets, a pool that could not connect in time, a connection that has gone silent, and one that broke
 * under a transaction, which is noticed when it is rolled back.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseSilentError) return true;
  const code = "code" in error ? String(error.code) : "";
  if (
    /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT)$/.test(code)
  ) {
    return code !== "ENOENT" || "syscall" in error;
  }
  return /Connection terminated|is not queryable|not currently accepting connections|timeout exceeded when trying to connect|Query read timeout|PGlite is closed|driver has already been destroyed/i.test(
    error.message,
  );
}
