// What `bookplate keys` does with the database, by itself or inside the server that has it open.
import { pino } from "pino";
import { type Clock, systemClock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { OpenDatabase } from "../database/database.ts";
import { createNotifications } from "../database/notifications.ts";
import type { Held } from "../secrets/holding.ts";
import { createSecrets, type SecretReport } from "../secrets/service.ts";
import type { SigningKeyState } from "../sessions/signing-key-life.ts";
import { createSigningKeyRotation } from "../sessions/signing-key-rotation.ts";

/** A signing key, in JSON. */
export interface KeyReport {
  readonly kid: string;
  readonly state: SigningKeyState;
  /** Moment in ISO 8601. */
  readonly activatesAt: string;
}

export interface KeyOperations {
  listKeys(): Promise<KeyReport[]>;
  /** @returns nothing where a new key is waiting already */
  rotateKeys(): Promise<KeyReport | undefined>;
  /** @returns the key that signs now, or nothing where there is no such key */
  removeKey(kid: string): Promise<{ signs: string } | undefined>;
  listSecrets(): Promise<SecretReport[]>;
  reencrypt(): Promise<{ keys: number; letters: number }>;
  /** @returns what is lost */
  forgetSecret(id: string): Promise<readonly Held[]>;
}

export function keyOperations({
  database,
  keyring,
  changed,
  clock = systemClock,
}: {
  readonly database: OpenDatabase;
  readonly keyring: Keyring;
  /** Tells this process's own server, which hears no notification of an embedded database. */
  readonly changed: () => Promise<void>;
  readonly clock?: Clock;
}): KeyOperations {
  const deps = { database: database.db, keyring, clock };
  const notifications = createNotifications(database, pino({ level: "silent" }));
  const rotation = createSigningKeyRotation({ ...deps, notifications });
  const secrets = createSecrets(deps);
  const report = ({ activatesAt, ...key }: Awaited<ReturnType<typeof rotation.list>>[number]) => ({
    ...key,
    activatesAt: activatesAt.toISOString(),
  });

  return {
    listKeys: async () => (await rotation.list()).map(report),
    async rotateKeys() {
      const key = await rotation.rotate();
      await changed();
      return key && report(key);
    },
    async removeKey(kid) {
      const signs = await rotation.remove(kid);
      await changed();
      return signs === undefined ? undefined : { signs };
    },
    listSecrets: secrets.report,
    async reencrypt() {
      const moved = await secrets.reencrypt();
      return { keys: moved["signing-keys"] ?? 0, letters: moved.letters ?? 0 };
    },
    async forgetSecret(id) {
      const lost = await secrets.forget(id);
      await changed();
      return lost;
    },
  };
}
