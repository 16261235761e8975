// Keep-alive HTTP/1.1 over raw sockets: a client that costs much less than the server it asks.
import { connect, type Socket } from "node:net";

export interface Answer {
  readonly status: number;
  /** The status line and the headers. */
  readonly head: string;
  readonly body: string;
}

/** What a closed loop of connections came to. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<number, number>>;
}

export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** The request of a connection, as text; asked again as soon as the last answer is in. */
  next(connection: number): string;
  answered?(answer: Answer, connection: number): void;
}

const warmUpMs = 1_000;

export function request(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
): string {
  const text = body === undefined ? "" : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined
      ? []
      : ["content-type: application/json", `content-length: ${Buffer.byteLength(text)}`]),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${text}`;
}

/** What one read of a socket can bring; a longer answer takes several. */
const readBytes = 16 * 1024;

/** One connection: one request at a time. */
export class Connection {
  readonly #socket: Socket;
  #received = "";
  #settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  constructor(port: number) {
    // Read into one buffer again and again, without a stream in between: the load shares its core with the database.
    const buffer = Buffer.alloc(readBytes);
    const callback = (length: number) => {
      this.#read(buffer.toString("latin1", 0, length));
      return true;
    };
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true, onread: { buffer, callback } });
    this.#socket.on("error", (error) => this.#settle?.reject(error));
    this.#socket.on("close", () => this.#settle?.reject(new Error("The server closed the connection.")));
  }

  ask(text: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(text, "latin1");
    });
  }

  close(): void {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  #read(chunk: string): void {
    this.#received = this.#received === "" ? chunk : this.#received + chunk;
    const headEnds = this.#received.indexOf("\r\n\r\n");
    if (headEnds < 0) return;
    const head = this.#received.slice(0, headEnds);
    const body = readBody(head, this.#received.slice(headEnds + 4));
    if (body === undefined) return;
    this.#received = "";
    this.#settle?.resolve({ status: Number(head.slice(9, 12)), head, body });
  }
}

/** @returns `undefined` while some of it is still to come */
function readBody(head: string, rest: string): string | undefined {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return rest.length < Number(length) ? undefined : rest;
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return rest;
  if (!rest.endsWith("0\r\n\r\n")) return undefined;
  let body = "";
  for (let at = 0; ; ) {
    const lineEnds = rest.indexOf("\r\n", at);
    const size = Number.parseInt(rest.slice(at, lineEnds), 16);
    if (!size) return body;
    body += rest.slice(lineEnds + 2, lineEnds + 2 + size);
    at = lineEnds + 2 + size + 2;
  }
}

/** Each connection asks again as soon as it has its answer; what is answered in the seconds after a warm-up counts. */
export async function load(options: LoadOptions): Promise<Load> {
  const { port, connections, seconds, next, answered } = options;
  const latencies: number[] = [];
  const statuses: Record<number, number> = {};
  const countsFrom = performance.now() + warmUpMs;
  const countsUntil = countsFrom + seconds * 1_000;

  async function loop(index: number): Promise<void> {
    const connection = new Connection(port);
    for (let askedAt = performance.now(); askedAt < countsUntil; ) {
      const answer = await connection.ask(next(index));
      const now = performance.now();
      answered?.(answer, index);
      if (now >= countsFrom && now < countsUntil) {
        latencies.push(now - askedAt);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      }
      askedAt = now;
    }
    connection.close();
  }

  await Promise.all(Array.from({ length: connections }, (_, index) => loop(index)));
  const sorted = latencies.sort((one, other) => one - other);
  const percentile = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: percentile(0.5), p99: percentile(0.99), statuses };
}
