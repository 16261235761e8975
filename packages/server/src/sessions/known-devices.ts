import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { recogniseDevice } from "../mail/device-name.ts";
import { networkOf } from "../network.ts";
import * as queries from "./known-device-queries.ts";
import type { Device } from "./service.ts";

/** As long as browsers keep a cookie at the most (RFC 6265bis, section 4.1.2.2). */
export const knownDeviceLastsMs = 400 * 24 * 60 * 60_000;

/** More than a person has; beyond it the longest unused is forgotten. */
const keptPerUser = 20;

/** A sign-in, by what its device shows of itself. */
export interface DeviceOfUser {
  readonly userId: string;
  readonly delivery: "cookie" | "body";
  readonly device: Device;
}

/**
 * Which browsers and apps an account has signed in from. It tells the owner about a new one, and may
 * favour a known one; it never proves who somebody is.
 */
export function createKnownDevices({ database, clock }: { database: Database; clock: Clock }) {
  const usedSince = () => new Date(clock.now().getTime() - knownDeviceLastsMs);

  return {
    /** Whether the account has signed in from there before. */
    isKnown: (device: DeviceOfUser) =>
      queries.isKnown(database, { userId: device.userId, mark: markOf(device), usedSince: usedSince() }),

    /**
     * Remembers where an account signs in.
     *
     * @returns whether the account has devices and this is none of them; the first one ever is not new
     */
    async remember(trx: Transaction, device: DeviceOfUser): Promise<boolean> {
      const { userId } = device;
      const entry = { userId, mark: markOf(device), now: clock.now(), usedSince: usedSince() };
      if (await queries.touchDevice(trx, entry)) return false;
      const hadSome = await queries.hasDevices(trx, userId);
      await queries.forgetDevices(trx, { ...entry, keep: keptPerUser - 1 });
      return (await queries.insertDevice(trx, entry)) && hadSome;
    },
  };
}

export type KnownDevices = ReturnType<typeof createKnownDevices>;

/**
 * A browser is recognised by the token in its cookie. An app has none: the same kind of program in the
 * same network is taken for the same device, since an update and another address of the network must
 * not make it a new one.
 */
function markOf({ userId, delivery, device }: DeviceOfUser): Buffer {
  const shown =
    delivery === "cookie" && device.browserToken !== undefined
      ? ["browser", device.browserToken]
      : ["app", ...programOf(device.userAgent), networkOf(device.ipAddress, { ipv4Bits: 24, ipv6Bits: 48 })];
  return createHash("sha256")
    .update(JSON.stringify([userId, ...shown]))
    .digest();
}

function programOf(userAgent: string): [program: string, system: string] {
  const name = recogniseDevice(userAgent);
  // RFC 9110, section 10.1.5: the product stands before the first slash, its version behind.
  return name ? [name.browser, name.system] : [userAgent.split("/", 1)[0] ?? "", ""];
}
