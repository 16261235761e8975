import type { GuardLog } from "./options.ts";

const write = (facts: object, message: string) => {
  const cause = "err" in facts && facts.err instanceof Error ? `: ${facts.err.stack}` : "";
  process.stderr.write(`bookplate: ${message}${cause}\n`);
};

/** For services that have no log of their own. */
export const errorLog: GuardLog = { error: write, warn: write };
