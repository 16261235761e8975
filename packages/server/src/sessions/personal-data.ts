import type { PersonalData } from "../accounts/personal-data.ts";
import { listActiveDays } from "./active-day-queries.ts";
import { listAllSessions } from "./device-queries.ts";
import { listKnownDevices } from "./known-device-queries.ts";
import { printableUserAgent } from "./printable-user-agent.ts";

export const sessionsData: PersonalData = {
  part: "sessions",
  async read(db, userId) {
    const sessions = await listAllSessions(db, userId);
    return sessions.map((session) => ({
      id: session.id,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      ip: session.ipAddress,
      userAgent: printableUserAgent(session.userAgent),
    }));
  },
};

/** Browsers that are known again. What they are known by is a random mark, of which a hash is kept. */
export const knownDevicesData: PersonalData = {
  part: "knownDevices",
  async read(db, userId) {
    const devices = await listKnownDevices(db, userId);
    return devices.map(({ lastUsedAt }) => ({ lastUsedAt: lastUsedAt.toISOString() }));
  },
};

/** The last two days on which the account was used, which the numbers of each day are counted from. */
export const visitsData: PersonalData = { part: "visits", read: listActiveDays };
