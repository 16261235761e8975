import { pino } from "pino";
import type { OperatorActs } from "../administrators/operator-acts.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config/config.ts";
import { createContext } from "../context.ts";
import type { OpenDatabase } from "../database/database.ts";
import type { MailTransport } from "../mail/transport.ts";

/** Letters are written, and sent by a server. */
const noTransport: MailTransport = {
  send: () => Promise.reject(new Error("A command sends no letters.")),
  close: async () => {},
};

/** Does something with the parts of a server that is not started: nothing listens, no job runs, no letter is sent. */
export async function withPartsAlone<Result>(
  database: OpenDatabase,
  config: Config,
  act: (acts: OperatorActs) => Promise<Result>,
): Promise<Result> {
  const opened = { database, transport: noTransport, mailbox: undefined };
  const context = createContext(config, opened, pino({ level: "silent" }), systemClock);
  try {
    return await act(context.operatorActs);
  } finally {
    await context.stop();
  }
}
