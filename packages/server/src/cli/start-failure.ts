import type { Terminal } from "@bookplate/messages/terminal";
import { isDatabaseUnavailable } from "../database/unavailable.ts";
import { OperatorRefusal } from "../operator-refusal.ts";

/** One clear sentence for everything that is known to stop a start; the stack only for what is not. */
export function explainStartFailure(error: unknown, words: Terminal): string {
  if (error instanceof OperatorRefusal) return error.say(words);
  if (!(error instanceof Error)) return String(error);
  const { failures } = words;
  const code = "code" in error ? error.code : undefined;
  const port = String("port" in error ? error.port : undefined);
  const syscall = "syscall" in error ? error.syscall : undefined;
  if (code === "EADDRINUSE") return failures.portInUse({ port });
  if (code === "EACCES" && syscall === "listen") return failures.portNeedsRights({ port });
  if (code === "EADDRNOTAVAIL") return failures.hostUnknown;
  // Postgres's codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
  if (code === "28P01" || code === "28000") return failures.postgresRefuses;
  if (code === "3D000") return failures.databaseMissing;
  if (isDatabaseUnavailable(error))
    return failures.databaseUnreachable({ reason: error.message || String(code) });
  return error.stack ?? error.message;
}
