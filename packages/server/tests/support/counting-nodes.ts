import { Writable } from "node:stream";
import { pino } from "pino";
import type { RawSettings } from "../../src/config/settings.ts";
import { countingServer, from } from "./attacks.ts";
import { startTestServer, type TestServer } from "./server.ts";

export interface CountingNodes {
  readonly first: TestServer;
  readonly second: TestServer;
  /** What both have written to the log about their limits. */
  readonly log: { level: number; msg: string; store?: string }[];
  /** All of it, as it was written. */
  readonly written: () => string;
  /** So many guests at once, half of them at each node. @returns how many were let in */
  makeGuests(count: number, address: string): Promise<number>;
  close(): Promise<void>;
}

/** Two servers of one book, on one database, that count. */
export async function startCountingNodes(settings: RawSettings = {}): Promise<CountingNodes> {
  const lines: string[] = [];
  const log = pino(
    { level: "info" },
    new Writable({
      write(line: Buffer, _, done) {
        lines.push(line.toString());
        done();
      },
    }),
  );
  const both = { ...countingServer, BOOKPLATE_SECRET: "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz", ...settings };
  const first = await startTestServer(both, undefined, log);
  const second = await startTestServer(both, { database: first.database, clock: first.clock }, log);
  const nodes = [first, second];

  return {
    first,
    second,
    get log() {
      return lines.map((line) => JSON.parse(line)).filter(({ msg }) => /\blimit/.test(msg));
    },
    written: () => lines.join(""),
    async makeGuests(count, address) {
      const answers = await Promise.all(
        Array.from({ length: count }, (_, index) =>
          (nodes[index % 2] ?? first).browser().post("/auth/guest", {}, from(address)),
        ),
      );
      return answers.filter(({ status }) => status === 201).length;
    },
    close: async () => {
      await second.close();
      await first.close();
    },
  };
}
