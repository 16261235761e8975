// What one node tells all others. Postgres delivers what was sent with a transaction after its commit, in
// the order of the commits, to everybody who listens at that moment, and to nobody later. So each node has to
// know whether it still hears: see `isDeaf`.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Logger } from "pino";
import type { OpenDatabase, Transaction } from "./database.ts";
import { createHearing, deafAfterMs } from "./hearing.ts";
import { type Listener, listen } from "./listener.ts";
import { withinTime } from "./within-time.ts";

const channel = "bookplate";
const beatTopic = "beat";
const beatIntervalMs = 250;
/** A pause this long is worth a line in the log; shorter ones are a busy process. */
const reportAfterMs = 2 * deafAfterMs;
const catchUpTimeoutMs = 5_000;
/** For the log, where nothing says whether there is one. */
const poolerHint =
  "if DATABASE_URL goes through a pooler, DATABASE_DIRECT_URL has to name the database itself";
/** Postgres refuses longer ones. */
const maxPayloadBytes = 7_999;

export interface Subscriber {
  /** What was sent, by this node too. Throws when it cannot be understood; then `catchUp` follows. */
  message(body: string): void;
  /** Reads everything that may have been sent and missed, from where it is stored. */
  catchUp(): Promise<void>;
}

export interface Notifications {
  /** Before `start`, once for each topic. */
  subscribe(topic: string, subscriber: Subscriber): void;
  /** Reaches every node when the transaction commits. What is too long for a message makes them catch up. */
  send(trx: Transaction, topic: string, body: string): Promise<void>;
  /** Whether something that was committed a second ago may be unknown here. Reads memory and the clock alone. */
  isDeaf(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createNotifications(database: OpenDatabase, log: Logger): Notifications {
  return database.kind === "pglite" ? withinOneProcess() : betweenNodes(database, log);
}

/** Nobody else has the embedded database: whoever changes something tells this process by a call. */
function withinOneProcess(): Notifications {
  const subscribers: Subscriber[] = [];
  return {
    subscribe: (_, subscriber) => {
      subscribers.push(subscriber);
    },
    send: async () => {},
    isDeaf: () => false,
    start: async () => {
      for (const { catchUp } of subscribers) await catchUp();
    },
    stop: async () => {},
  };
}

/**
 * The node sends itself a beat through the pool, four times a second, and expects it on the listening
 * connection. So no error is needed to notice that the connection is broken, and half-open ones report none.
 */
function betweenNodes(database: Extract<OpenDatabase, { kind: "postgres" }>, log: Logger): Notifications {
  const { pool, url, directUrl } = database;
  const subscribers = new Map<string, Subscriber>();
  const node = randomUUID();
  const hearing = createHearing();
  let connected = false;
  let catchingUp: Promise<void> | undefined;
  let beating = false;
  /** When the first of the beats was sent that should have been heard by now. */
  let unheardSince: number | undefined;
  let reported = false;
  let listener: Listener | undefined;
  let timer: NodeJS.Timeout | undefined;

  function catchUp(): Promise<void> {
    catchingUp ??= readEverything().finally(() => {
      catchingUp = undefined;
    });
    return catchingUp;
  }

  async function readEverything(): Promise<void> {
    const finish = hearing.startReading();
    const reading = Promise.all([...subscribers.values()].map((subscriber) => subscriber.catchUp()));
    await withinTime(reading, catchUpTimeoutMs);
    finish();
  }

  function missSomething(): void {
    hearing.missSomething();
    closeGap();
  }

  /** If it fails, again with the next beat. */
  function closeGap(): void {
    if (connected && hearing.hasGap()) catchUp().catch(() => {});
  }

  function hear(payload: string): void {
    const [topic = ""] = payload.split(" ", 1);
    const body = payload.slice(topic.length + 1);
    if (topic === beatTopic) hearBeat(body);
    else if (body === "") missSomething();
    else pass(topic, body);
  }

  function pass(topic: string, body: string): void {
    try {
      subscribers.get(topic)?.message(body);
    } catch {
      // Of another version of the program, perhaps; what it is about is stored.
      missSomething();
    }
  }

  function hearBeat(body: string): void {
    const [sender, sentAt] = body.split(" ");
    if (sender !== node) return;
    unheardSince = undefined;
    hearing.hearBeat(Number(sentAt));
  }

  async function beat(): Promise<void> {
    if (beating) return;
    beating = true;
    const sentAt = performance.now();
    try {
      const client = await pool.connect();
      try {
        unheardSince ??= sentAt;
        const sent = client.query("select pg_notify($1, $2)", [channel, `${beatTopic} ${node} ${sentAt}`]);
        await withinTime(sent, deafAfterMs);
        client.release();
      } catch (error) {
        client.release(true);
        throw error;
      }
    } catch {
      // It was not sent, so that it is not heard proves nothing about the listening connection.
      unheardSince = undefined;
    } finally {
      beating = false;
    }
  }

  function tick(): void {
    // After a pause of the process the answers are waiting in the socket: they are read before anybody judges.
    setImmediate(watch);
    void beat();
    closeGap();
  }

  function watch(): void {
    const now = performance.now();
    if (unheardSince !== undefined && now - unheardSince > deafAfterMs) {
      unheardSince = undefined;
      listener?.reconnect();
    }
    if (!reported && hearing.unknownForMs() > reportAfterMs) {
      reported = true;
      log.warn(
        { hint: directUrl.reveal() === url.reveal() ? poolerHint : undefined },
        "notifications of other nodes do not arrive; every request asks the database until they do",
      );
    } else if (reported && !hearing.isDeaf()) {
      reported = false;
      log.info("notifications of other nodes arrive again");
    }
  }

  return {
    subscribe: (topic, subscriber) => {
      subscribers.set(topic, subscriber);
    },

    send: async (trx, topic, body) => {
      const whole = `${topic} ${body}`;
      const payload = Buffer.byteLength(whole) > maxPayloadBytes ? topic : whole;
      await sql`select pg_notify(${channel}, ${payload})`.execute(trx);
    },

    isDeaf: hearing.isDeaf,

    start: async () => {
      listener = await listen(directUrl, channel, {
        notification: hear,
        connected: () => {
          connected = true;
          closeGap();
        },
        disconnected: () => {
          connected = false;
          unheardSince = undefined;
          hearing.missSomething();
        },
      });
      await catchUp();
      await beat();
      timer = setInterval(tick, beatIntervalMs).unref();
    },

    stop: async () => {
      clearInterval(timer);
      await listener?.close();
    },
  };
}
