import { type Logger, pino } from "pino";
import type { Config } from "./config/config.ts";

/**
 * One JSON line per event. Of an error only what locates it is kept: drivers hang the statement's
 * parameters on it, and these are addresses, hashes and texts of readers.
 */
export function createLog(level: Config["logLevel"]): Logger {
  return pino({
    level,
    serializers: {
      err: (error: unknown) => {
        if (!(error instanceof Error)) return { message: String(error) };
        const { name, message, stack } = error;
        return { name, message, stack, ...("code" in error && { code: error.code }) };
      },
    },
  });
}
