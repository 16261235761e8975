// A reader's own sessions, each on a device of theirs: what they see of them, and how they end one.
// OWASP ASVS 5.0, 7.5.2.
import { loadActivity } from "@bookplate/messages/activity";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import { nameDevice } from "../mail/device-name.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import * as queries from "./device-queries.ts";
import type { DeviceSession } from "./device-schemas.ts";
import { SessionNotFoundError } from "./errors.ts";
import type { Places } from "./places.ts";
import type { Principal } from "./principal.ts";
import { printableUserAgent } from "./printable-user-agent.ts";
import type { Revocations } from "./revocations.ts";
import type { Device } from "./service.ts";

/** More than anybody has devices; a program that signs in for each run and never out would fill the list without end. */
const mostSessions = 500;

export interface DevicesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly revocations: Revocations;
  readonly places: Places;
}

export function createDevices({ database, clock, audit, revocations, places }: DevicesDeps) {
  /** @throws {SessionNotFoundError} there is none with this id, or it is somebody else's */
  async function endOne(
    trx: Transaction,
    afterCommit: AfterCommit,
    userId: string,
    sessionId: string,
  ): Promise<void> {
    if (!(await queries.deleteSessionOf(trx, userId, sessionId))) throw new SessionNotFoundError();
    await revocations.endSessions(trx, afterCommit, [sessionId]);
  }

  return {
    endOne,

    /**
     * The sessions of a reader, the newest sign-in first.
     *
     * @param inLanguageOf - the user who reads the list
     */
    async list(
      reader: Pick<Principal, "userId" | "sessionId">,
      { limit, cursor }: PageRequest,
      inLanguageOf: string = reader.userId,
    ): Promise<Page<DeviceSession>> {
      const before = cursor === undefined ? undefined : readIdCursor(cursor);
      const [language, rows] = await Promise.all([
        queries.findLanguage(database, inLanguageOf),
        queries.listSessions(database, { userId: reader.userId, before, now: clock.now(), limit: limit + 1 }),
      ]);
      const words = await loadActivity(language);
      const show = (row: queries.SessionRow): DeviceSession => ({
        id: row.id,
        current: row.id === reader.sessionId,
        createdAt: row.createdAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        ip: row.ipAddress,
        userAgent: printableUserAgent(row.userAgent),
        device: nameDevice(row.userAgent, words.device),
        place: row.ipAddress === null ? null : places.find(row.ipAddress, language),
      });
      return toPage(rows, limit, show, ({ id }) => writeCursor(id));
    },

    /**
     * Ends one session of whoever asks; its access tokens end with the commit.
     *
     * @throws {SessionNotFoundError} there is none with this id, or it is somebody else's
     */
    async end(reader: Pick<Principal, "userId">, sessionId: string, device: Device): Promise<void> {
      const { userId } = reader;
      await inTransaction(database, async (trx, afterCommit) => {
        await endOne(trx, afterCommit, userId, sessionId);
        await audit.record(trx, { kind: "device-signed-out", userId, sessionId, ...device });
      });
    },

    /** Where somebody has very many sessions, the one that has just begun takes the place of the longest unused. */
    async endSurplus(
      trx: Transaction,
      afterCommit: AfterCommit,
      begun: Pick<Principal, "userId" | "sessionId">,
      device: Device,
    ): Promise<void> {
      const ended = await queries.deleteSurplusSessions(trx, begun, mostSessions);
      if (ended.length === 0) return;
      await revocations.endSessions(trx, afterCommit, ended);
      for (const sessionId of ended) {
        const { userId } = begun;
        const detail = { surplus: true };
        await audit.record(trx, { kind: "device-signed-out", userId, sessionId, ...device, detail });
      }
    },

    /** Ends every session of whoever asks but the one that asks. */
    async endOthers(reader: Pick<Principal, "userId" | "sessionId">, device: Device): Promise<void> {
      const { userId, sessionId } = reader;
      await inTransaction(database, async (trx, afterCommit) => {
        const deleted = await queries.deleteOtherSessionsOf(trx, userId, sessionId);
        await revocations.endSessions(
          trx,
          afterCommit,
          deleted.map(({ id }) => id),
        );
        const ended = deleted.filter(({ expiresAt }) => expiresAt > clock.now());
        if (ended.length === 0) return;
        await audit.record(trx, {
          kind: "other-devices-signed-out",
          userId,
          sessionId,
          ...device,
          detail: { sessions: ended.length },
        });
      });
    },
  };
}

export type Devices = ReturnType<typeof createDevices>;
