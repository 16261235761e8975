import type { PersonalData } from "../accounts/personal-data.ts";
import { listNativePasskeys } from "./queries.ts";

export const passkeysData: PersonalData = {
  part: "passkeys",
  async read(db, userId) {
    const passkeys = await listNativePasskeys(db, userId);
    return passkeys.map(({ id, name, publicKey, deviceType, backedUp, createdAt, lastUsedAt }) => ({
      id,
      name,
      publicKey,
      deviceType,
      backedUp,
      createdAt: createdAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
  },
};
