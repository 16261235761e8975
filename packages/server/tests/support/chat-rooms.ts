import { join } from "node:path";
import { pino } from "pino";
import { createAnswers } from "../../src/answers/answers.ts";
import type { LanguageModel } from "../../src/answers/language-model.ts";
import { createBook } from "../../src/book/book.ts";
import { answerRoutes } from "../../src/chats/answer-routes.ts";
import { findingRoutes } from "../../src/chats/finding-routes.ts";
import { chatRoutes } from "../../src/chats/routes.ts";
import type { Message } from "../../src/chats/schemas.ts";
import { createChats } from "../../src/chats/service.ts";
import type { OpenDatabase } from "../../src/database/database.ts";
import { migrateToLatest } from "../../src/database/migrate.ts";
import { createNotifications } from "../../src/database/notifications.ts";
import { createHttpApp } from "../../src/http/app-type.ts";
import { toProblem } from "../../src/http/problem.ts";
import { readJson } from "../../src/http/read-json.ts";
import type { RequireSession } from "../../src/http/require-session.ts";
import { createQuotas } from "../../src/limits/quotas.ts";
import { createPreferences } from "../../src/preferences/service.ts";
import { createRoleTable } from "../../src/roles/roles.ts";
import { uuidv7 } from "../../src/uuid.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { openPreparedDatabase } from "./database.ts";
import { noLimits } from "./no-limits.ts";

const log = pino({ level: "silent" });
const unlimited = { messages: undefined, tokens: undefined };
const noQuotas = {
  guest: unlimited,
  network: unlimited,
  user: unlimited,
  moderator: unlimited,
  admin: unlimited,
  server: unlimited,
};

/**
 * The rooms behind the chat, with readers named by the request instead of by a token.
 *
 * @param first - another node, whose database and clock are shared; it is closed after this one
 */
export async function openChatRooms(
  model?: LanguageModel,
  first?: { readonly database: OpenDatabase; readonly clock: TestClock },
) {
  const database = first?.database ?? (await openPreparedDatabase());
  await migrateToLatest(database.db);
  const clock = first?.clock ?? createTestClock();
  const book = createBook({ database: database.db, directory: join(import.meta.dirname, "../book"), log });
  await book.index();
  const answers = createAnswers({ book, model, log });
  const preferences = createPreferences({ database: database.db, clock });
  const quotas = createQuotas({
    database: database.db,
    clock,
    log,
    config: noQuotas,
    roleTable: createRoleTable(),
  });
  const notifications = createNotifications(database, log);
  const bookUrl = "http://book.test";
  const chats = createChats({
    database,
    notifications,
    clock,
    answers,
    quotas,
    preferences,
    bookUrl,
    log,
  });

  await chats.start();
  await notifications.start();
  /** Readers whose sessions have ended since they began to read. */
  const signedOut = new Set<string>();

  const app = createHttpApp();
  app.use(readJson);
  const requireSession: RequireSession = async (c, next) => {
    const userId = c.req.header("reader") ?? "";
    const at = clock.now();
    const token = {
      sessionId: uuidv7(),
      epoch: 0,
      refreshCounter: 1,
      authTime: at,
      issuedAt: at,
      expiresAt: at,
    };
    c.set("principal", { ...token, userId, role: "user", guest: false, emailVerified: true });
    c.set("clientAddress", "127.0.0.1");
    await next();
  };
  app.route("/", findingRoutes({ chats, limit: noLimits, requireSession }));
  app.route("/", chatRoutes({ chats, requireSession }));
  const hasEnded = ({ userId }: { userId: string }) => signedOut.has(userId);
  app.route("/", answerRoutes({ chats, limit: noLimits, requireSession, hasEnded }));
  app.onError((error, c) => {
    const problem = toProblem(error, { publicUrl: "http://book.test", requestId: "1", log });
    return c.body(problem.body, problem.status, problem.headers);
  });

  return {
    database,
    db: database.db,
    clock,
    chats,
    preferences,
    signOut: (reader: string) => signedOut.add(reader),
    addReader: (name: string) => addReader(name),
    /** What this reader can do over HTTP. */
    as: (reader: string) => createReader(reader),
    close: async () => {
      await chats.close({ graceMs: 50 });
      await notifications.stop();
      if (!first) await database.close();
    },
  };

  async function addReader(name: string): Promise<string> {
    const id = uuidv7();
    const at = clock.now();
    await database.db
      .insertInto("user")
      .values({ id, email: `${name}-${id}@example.org`, name, createdAt: at, updatedAt: at })
      .execute();
    return id;
  }

  function createReader(reader: string) {
    const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      app.request(path, {
        method,
        headers: { reader, ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const readMessages = async (id: string): Promise<Message[]> => {
      const answer = await send("GET", `/conversations/${id}/messages`);
      return ((await answer.json()) as { items: Message[] }).items;
    };
    return {
      id: reader,
      send,
      readMessages,
      begin: async (body: unknown = {}): Promise<string> => {
        const answer = await send("POST", "/conversations", body);
        return ((await answer.json()) as { id: string }).id;
      },
      ask: (id: string, content: string, more: object = {}) =>
        send("POST", `/conversations/${id}/messages`, { content, ...more }),
      /** Follows an answer, from its beginning or from the event that was read last. */
      follow: (messageId: string, lastEventId?: string) =>
        send(
          "GET",
          `/messages/${messageId}/stream`,
          undefined,
          lastEventId === undefined ? {} : { "last-event-id": lastEventId },
        ),
      stop: (messageId: string) => send("POST", `/messages/${messageId}/stop`),
      lastMessage: async (id: string): Promise<Message | undefined> => (await readMessages(id)).at(-1),
    };
  }
}

export type ChatRooms = Awaited<ReturnType<typeof openChatRooms>>;
export type ChatReader = ReturnType<ChatRooms["as"]>;

interface StreamPart {
  readonly type: string;
  readonly delta?: string;
  readonly messageId?: string;
  readonly url?: string;
}

/** The parts of an answer's stream, up to its end. */
export async function readParts(answer: Response): Promise<StreamPart[]> {
  const lines = (await answer.text()).split("\n").filter((line) => line.startsWith("data: {"));
  return lines.map((line) => JSON.parse(line.slice("data: ".length)) as StreamPart);
}

export function textOf(parts: readonly StreamPart[]): string {
  return parts.map(({ delta }) => delta ?? "").join("");
}
