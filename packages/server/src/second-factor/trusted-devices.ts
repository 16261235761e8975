// A browser or app in which a right code was shown need not show one for a while. It stands for the second
// factor at sign-in alone: a step-up asks all the same.
import { loadActivity } from "@bookplate/messages/activity";
import { hashToken, newToken } from "../accounts/secrets.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { nameDevice } from "../mail/device-name.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import { findLanguage } from "../sessions/device-queries.ts";
import type { Principal } from "../sessions/principal.ts";
import { printableUserAgent } from "../sessions/printable-user-agent.ts";
import type { Device } from "../sessions/service.ts";
import { uuidv7 } from "../uuid.ts";
import { TrustedDeviceNotFoundError } from "./errors.ts";
import type { TrustedDevice } from "./schemas.ts";
import * as queries from "./trusted-device-queries.ts";

const trustLastsMs = 30 * 24 * 60 * 60_000;
/** More than a person has; beyond it the longest trusted is forgotten. */
const keptPerUser = 20;
/** One browser may be trusted by several accounts: a family's. */
const tokensPerBrowser = 4;
const separator = ".";

const hashesIn = (presented: string) =>
  presented.split(separator, tokensPerBrowser).filter(Boolean).map(hashToken);

type Reader = Pick<Principal, "userId" | "sessionId">;

export function createTrustedDevices({
  database,
  clock,
  audit,
}: {
  database: Database;
  clock: Clock;
  audit: Audit;
}) {
  const recordRemoval = (trx: Transaction, reader: Reader, { ipAddress, userAgent }: Device) =>
    audit.record(trx, { kind: "trusted-device-removed", ...reader, ipAddress, userAgent });

  return {
    /** @returns when a code was last shown there, or `undefined` where the device is not (any more) trusted */
    async use(
      trx: Transaction,
      user: { userId: string; epoch: number },
      presented: string | undefined,
    ): Promise<Date | undefined> {
      const tokenHashes = hashesIn(presented ?? "");
      if (tokenHashes.length === 0) return undefined;
      return queries.useDevice(trx, { ...user, tokenHashes, now: clock.now() });
    },

    /**
     * @param presented - what the browser has already, perhaps for another account
     * @returns what it presents from now on; always new, because what it has may have been planted there
     */
    async trust(
      trx: Transaction,
      user: { userId: string; epoch: number },
      { device, presented = "" }: { device: Device; presented?: string | undefined },
    ): Promise<{ token: string; expiresAt: Date }> {
      const token = newToken();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + trustLastsMs);
      await queries.deleteOldestDevices(trx, user.userId, keptPerUser - 1);
      await queries.insertDevice(trx, {
        id: uuidv7(),
        userId: user.userId,
        tokenHash: hashToken(token),
        epoch: user.epoch,
        ipAddress: device.ipAddress,
        userAgent: device.userAgent,
        createdAt: now,
        lastUsedAt: now,
        expiresAt,
      });
      const { ipAddress, userAgent } = device;
      await audit.record(trx, { kind: "trusted-device-added", userId: user.userId, ipAddress, userAgent });
      const others = presented.split(separator).filter(Boolean);
      return { token: [token, ...others].slice(0, tokensPerBrowser).join(separator), expiresAt };
    },

    /** Newest first. @param presented - shows which of them asks */
    async list(
      userId: string,
      { limit, cursor }: PageRequest,
      presented: string | undefined,
    ): Promise<Page<TrustedDevice>> {
      const before = cursor === undefined ? undefined : readIdCursor(cursor);
      const own = hashesIn(presented ?? "");
      const [language, rows] = await Promise.all([
        findLanguage(database, userId),
        queries.listDevices(database, { userId, before, now: clock.now(), limit: limit + 1 }),
      ]);
      const words = await loadActivity(language);
      const show = (row: queries.TrustedDeviceRow): TrustedDevice => ({
        id: row.id,
        current: own.some((hash) => hash.equals(row.tokenHash)),
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        ip: row.ipAddress,
        userAgent: printableUserAgent(row.userAgent),
        device: nameDevice(row.userAgent, words.device),
      });
      return toPage(rows, limit, show, ({ id }) => writeCursor(id));
    },

    /** @throws {TrustedDeviceNotFoundError} there is none with this id, or it is somebody else's */
    async forget(reader: Reader, id: string, device: Device): Promise<void> {
      await inTransaction(database, async (trx) => {
        if (!(await queries.deleteDevice(trx, reader.userId, id))) throw new TrustedDeviceNotFoundError();
        await recordRemoval(trx, reader, device);
      });
    },

    /** Every one of whoever asks. */
    async forgetOwn(reader: Reader, device: Device): Promise<void> {
      await inTransaction(database, async (trx) => {
        await queries.deleteDevicesOf(trx, reader.userId);
        await recordRemoval(trx, reader, device);
      });
    },

    /** With what is recorded by whoever changes the second factor or the password. */
    forgetAll: (trx: Transaction, userId: string) => queries.deleteDevicesOf(trx, userId),
    purge: () => queries.deleteExpiredDevices(database, clock.now()),
  };
}

export type TrustedDevices = ReturnType<typeof createTrustedDevices>;
