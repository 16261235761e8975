import { findReader } from "../accounts/queries.ts";
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { SessionsConfig } from "../config/config.ts";
import type { Transaction } from "../database/database.ts";
import type { Mail } from "../mail/mail.ts";
import type { DeviceOfUser, KnownDevices } from "./known-devices.ts";
import type { Places } from "./places.ts";
import { lockUserAtEpoch } from "./queries.ts";

export interface SessionStart extends DeviceOfUser {
  /** The epoch under which the credential was checked. */
  readonly epoch: number;
  readonly guest: boolean;
  /** What the reader proved who they are with; for the audit. */
  readonly method?: string | undefined;
  /** When the reader last proved fully who they are, if that was before now: on a trusted device. */
  readonly provenAt?: Date | undefined;
  readonly claimableGuestId?: string | undefined;
  /** Whose holder alone will be able to use the session; only with delivery `body`. */
  readonly keyThumbprint?: string | undefined;
}

export interface SignInsDeps {
  readonly clock: Clock;
  readonly identities: Identities;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly knownDevices: KnownDevices;
  readonly places: Places;
  readonly config: SessionsConfig;
  readonly guestIdleMs: number;
  /** Where readers see their devices. */
  readonly accountUrl: string;
}

/** How a session begins: its row, its event, and where the device is new a letter to the owner. */
export function createSignIns(deps: SignInsDeps) {
  const { clock, identities, audit, mail, knownDevices, places, config, guestIdleMs } = deps;

  function insertSession(trx: Transaction, start: SessionStart): Promise<string> {
    const now = clock.now();
    const after = (ms: number) => new Date(now.getTime() + ms);
    const idleMs = start.guest ? guestIdleMs : Math.min(config.refreshTokenTtlMs, config.maxAgeMs);
    return identities.createSession(trx, {
      userId: start.userId,
      expiresAt: after(idleMs),
      absoluteExpiresAt: start.guest ? null : after(config.maxAgeMs),
      at: now,
      authTime: start.provenAt ?? now,
      delivery: start.delivery,
      claimableGuestId: start.claimableGuestId ?? null,
      dpopThumbprint: start.keyThumbprint ?? null,
      ipAddress: start.device.ipAddress,
      userAgent: start.device.userAgent,
    });
  }

  /** OWASP ASVS 5.0, 6.3.5: the owner hears of a sign-in from an unknown device. */
  async function tellOwner(trx: Transaction, { userId, device }: DeviceOfUser): Promise<void> {
    const owner = await findReader(trx, userId);
    if (!owner) return;
    const language = owner.language ?? "en";
    await mail.enqueue(trx, {
      kind: "new-device",
      to: owner.email,
      language,
      device: device.userAgent,
      place: places.find(device.ipAddress, language),
      at: clock.now(),
      url: deps.accountUrl,
    });
  }

  /**
   * Begins a session, if the user is still the one whose credential was checked.
   *
   * @returns the session's id, or `undefined` when the epoch has moved meanwhile
   */
  return async function open(trx: Transaction, start: SessionStart): Promise<string | undefined> {
    const { userId, device } = start;
    if (!(await lockUserAtEpoch(trx, userId, start.epoch))) return undefined;
    const sessionId = await insertSession(trx, start);
    if (start.guest) return sessionId;
    const newDevice = await knownDevices.remember(trx, start);
    if (newDevice) await tellOwner(trx, start);
    const { ipAddress, userAgent } = device;
    const detail = { ...(start.method !== undefined && { method: start.method }), newDevice };
    await audit.record(trx, { kind: "signed-in", userId, sessionId, ipAddress, userAgent, detail });
    return sessionId;
  };
}
