// Joins the rooms, and is the only place where they know of each other. A group stands on what its function takes:
//
//   foundation ─┬─► conversations ─────────────────┐
//               └─► identity ──► administration ───┴─► schedule
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import type { Config } from "./config/config.ts";
import { joinAdministration } from "./context/administration.ts";
import { joinConversations } from "./context/conversations.ts";
import { joinFoundation, type Opened } from "./context/foundation.ts";
import { joinIdentity } from "./context/identity.ts";
import { scheduleJobs } from "./context/schedule.ts";

/** Builds all parts and joins them; the schema is up to date by now, and nothing runs before `start`. */
export function createContext(config: Config, opened: Opened, log: Logger, clock: Clock) {
  const foundation = joinFoundation(config, opened, log, clock);
  const conversations = joinConversations(foundation);
  const identity = joinIdentity(foundation);
  const administration = joinAdministration(foundation, identity);
  scheduleJobs(foundation, conversations, identity, administration);

  const { sharedCounters, secrets, notifications, mail, jobs } = foundation;
  const { embeddings, chats } = conversations;
  const { hashPool, sessions, guestPurge } = identity;

  return {
    ...foundation,
    ...conversations,
    ...identity,
    ...administration,

    async start(): Promise<void> {
      await secrets.start();
      await sharedCounters?.start();
      await sessions.start();
      await administration.roles.start();
      await chats.start();
      // After everybody has subscribed, and before the first request.
      await notifications.start();
      await mail.start();
      await embeddings?.start();
      await jobs.start();
    },

    /** Ends what runs, in the order that loses nothing; the database stays open. */
    async stop(): Promise<void> {
      guestPurge.stop();
      embeddings?.stop();
      await chats.close();
      await hashPool.close();
      await sessions.stop();
      secrets.stop();
      await jobs.stop();
      await mail.stop();
      await notifications.stop();
      sharedCounters?.stop();
      await opened.transport.close();
    },
  };
}

export type Context = ReturnType<typeof createContext>;
