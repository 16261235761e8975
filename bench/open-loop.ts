// Requests at a given pace, however slowly they are answered: what a crowd does, and no closed loop can.
import { type Answer, Connection } from "./load.ts";

export interface OpenLoopOptions {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** The request with this number, as text. */
  next(index: number): string;
  /** What cannot be sent because so many are waiting for their answers is not sent at all. */
  readonly mostConnections: number;
}

export interface OpenLoopResult {
  readonly statuses: Readonly<Record<number, number>>;
  /** Milliseconds from when each was due, sorted; those that were answered. */
  readonly waits: readonly number[];
  /** Sent, and not answered when the patience ended. */
  readonly unanswered: number;
  readonly unsent: number;
  /** The server closed the connection or refused it. */
  readonly broken: number;
}

const tickMs = 2;
/** After the last request: longer than the last in a server's queue of passwords waits. */
const patienceMs = 15_000;

export async function openLoop(options: OpenLoopOptions): Promise<OpenLoopResult> {
  const { port, perSecond, seconds, next, mostConnections } = options;
  const idle: Connection[] = [];
  const open = new Set<Connection>();
  const statuses: Record<number, number> = {};
  const waits: number[] = [];
  let sent = 0;
  let answered = 0;
  let unsent = 0;
  let broken = 0;

  function findConnection(): Connection | undefined {
    const known = idle.pop();
    if (known || open.size >= mostConnections) return known;
    const made = new Connection(port);
    open.add(made);
    return made;
  }

  function note(answer: Answer, dueAt: number): void {
    answered += 1;
    waits.push(performance.now() - dueAt);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  }

  function send(index: number, dueAt: number): void {
    const connection = findConnection();
    if (!connection) {
      unsent += 1;
      return;
    }
    sent += 1;
    connection.ask(next(index)).then(
      (answer) => {
        note(answer, dueAt);
        if (/\r\nconnection: close/i.test(answer.head)) drop(connection);
        else idle.push(connection);
      },
      () => {
        broken += 1;
        drop(connection);
      },
    );
  }

  function drop(connection: Connection): void {
    open.delete(connection);
    connection.close();
  }

  const startedAt = performance.now();
  const total = perSecond * seconds;
  let index = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const now = performance.now();
      for (; index < total; index += 1) {
        const dueAt = startedAt + (index * 1_000) / perSecond;
        if (dueAt > now) return;
        send(index, dueAt);
      }
      clearInterval(timer);
      resolve();
    }, tickMs);
  });
  const until = performance.now() + patienceMs;
  while (answered + broken < sent && performance.now() < until) await pause(tickMs);
  const unanswered = sent - answered - broken;
  for (const connection of open) connection.close();
  return { statuses, waits: waits.sort((one, other) => one - other), unanswered, unsent, broken };
}

/** @param share - 0.99 for the wait that 99 of 100 do not pass; whoever got no answer waited for ever */
export function percentile({ waits, unanswered, unsent, broken }: OpenLoopResult, share: number): number {
  const all = waits.length + unanswered + unsent + broken;
  return waits[Math.floor(all * share)] ?? Number.POSITIVE_INFINITY;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
