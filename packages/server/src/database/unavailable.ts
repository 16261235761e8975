import { DatabaseSilentError } from "./within-time.ts";

/**
 * Classes and codes of Postgres that say something about the database and nothing about the statement: connection
 * exceptions (08), insufficient resources (53), ended by an operator, a crash or a limit of its time (57P), one that cannot be
 * written after a failover (25006), ended for waiting inside a transaction (25P03, 25P04).
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const postgresCodes = /^(08...|53...|57P..|25006|25P0[34])$/;

/** Names that could not be found, and sockets that could not be made or broke. */
const socketCodes =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_\w+|E(HOST|NET)(UNREACH|DOWN)|ENETRESET|EADDRNOTAVAIL|ERR_STREAM_(DESTROYED|WRITE_AFTER_END)|ERR_SOCKET_\w+)$/;

/** What the drivers themselves say, of a connection that could not be made in time or is closed. They give it no code. */
const driverWords =
  /Connection terminated|is not queryable|connection has been discarded|timeout (expired|exceeded when trying to connect)|Query read timeout|message from backend|after calling end on the pool|PGlite is closed|driver has already been destroyed/i;

/**
 * Whether an error means that the database is away, as opposed to a statement that failed. A connection dies in many ways
 * (while it is made, under a statement, at the commit), and is often noticed in the rollback only, whose words are other ones.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseSilentError) return true;
  // Postgres ends the session with what it says: also of a reason that no list names.
  if ("severity" in error && (error.severity === "FATAL" || error.severity === "PANIC")) return true;
  const code = "code" in error ? String(error.code) : "";
  if (postgresCodes.test(code) || socketCodes.test(code)) return true;
  // A Postgres's socket that is not there, as opposed to any other file.
  if (code === "ENOENT" && "syscall" in error && error.syscall === "connect") return true;
  return driverWords.test(error.message);
}
