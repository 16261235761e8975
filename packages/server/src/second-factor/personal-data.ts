import type { PersonalData } from "../accounts/personal-data.ts";
import { printableUserAgent } from "../sessions/printable-user-agent.ts";
import { findConfirmed, listAllDevices } from "./personal-data-queries.ts";
import { countRecoveryCodes } from "./queries.ts";

/** Neither the secret nor what codes are compared with. */
export const secondFactorData: PersonalData = {
  part: "secondFactor",
  async read(db, userId) {
    const confirmed = await findConfirmed(db, userId);
    return {
      totpSince: confirmed?.confirmedAt?.toISOString() ?? null,
      recoveryCodesLeft: await countRecoveryCodes(db, userId),
    };
  },
};

export const trustedDevicesData: PersonalData = {
  part: "trustedDevices",
  async read(db, userId) {
    const devices = await listAllDevices(db, userId);
    return devices.map(({ createdAt, lastUsedAt, expiresAt, ipAddress, userAgent }) => ({
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      ip: ipAddress,
      userAgent: printableUserAgent(userAgent),
    }));
  },
};
