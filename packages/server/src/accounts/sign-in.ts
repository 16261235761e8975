// Every first factor ends here: a password, a letter, a passkey, a provider. So that none of them is a way
// around a ban, the second factor or the question whose chats a guest's become. OWASP ASVS 5.0, 6.3.4.
import { isBanned } from "../bans/ban.ts";
import type { Clock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import type { AfterCommit } from "../database/transaction.ts";
import { holdGuest } from "../guests/queries.ts";
import type { Guests } from "../guests/service.ts";
import type { SecondFactor, SecondFactorMethod } from "../second-factor/service.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import { AccountBannedError, EmailNotVerifiedError } from "./errors.ts";
import { lockSigningIn } from "./sign-in-queries.ts";

/** What has been proven so far, and under which epoch of the account. */
export interface FirstFactor {
  readonly userId: string;
  readonly epoch: number;
  readonly method: "password" | "letter" | "magic-link" | "passkey" | "social";
  /** A passkey that has verified its user is two factors in one: the device, and a finger, a face or a PIN. */
  readonly userVerified?: boolean;
}

export interface SignInRequest {
  readonly delivery: "cookie" | "body";
  /** The key that the session will be bound to, proven. */
  readonly keyThumbprint?: string | undefined;
  readonly device: Device;
  /** The guest who signs in, proven by its own token. */
  readonly guestId?: string | undefined;
  /** Whether the guest's chats come along; if not, the session remembers whose they are. */
  readonly keepGuestChats: boolean;
  /** Redirects and letters never merge by themselves: the reader is asked afterwards. */
  readonly claimable?: boolean | undefined;
  /** What a browser or app was given that need not show the second factor every time. */
  readonly trustedDevice?: string | undefined;
}

export interface SignedIn {
  readonly status: "signed-in";
  readonly sessionId: string;
  /** What came along from a guest. */
  readonly merged: { readonly conversations: number } | undefined;
}

export interface SecondFactorRequired {
  readonly status: "second-factor-required";
  readonly challenge: string;
  readonly methods: readonly SecondFactorMethod[];
  readonly expiresAt: Date;
  /** For the cookie of the browser that began; with delivery `body` there is none. */
  readonly browserProof: string | undefined;
}

export type SignInOutcome = SignedIn | SecondFactorRequired;

export interface SignInsDeps {
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly guests: Guests;
  readonly secondFactor: SecondFactor;
  readonly emailVerification: "required" | "off";
}

export function createSignIns(deps: SignInsDeps) {
  const { clock, sessions, guests, secondFactor } = deps;

  /** @returns `undefined` where the epoch has moved */
  async function open(
    trx: Transaction,
    afterCommit: AfterCommit,
    proven: { userId: string; epoch: number; method: string; at?: Date | undefined },
    request: SignInRequest,
  ): Promise<SignedIn | undefined> {
    const { delivery, keyThumbprint, device, keepGuestChats, claimable = false } = request;
    // The guest may be the row that has just become this account.
    const guestId = request.guestId === proven.userId ? undefined : request.guestId;
    const merges = keepGuestChats && !claimable;
    // Held where a row is about to name it, and no earlier: a merge takes a stronger lock, and would wait for somebody
    // who deletes the guest and waits for this one.
    const rememberedId = merges ? undefined : await holdGuest(trx, guestId);
    const sessionId = await sessions.open(trx, {
      userId: proven.userId,
      epoch: proven.epoch,
      guest: false,
      delivery,
      keyThumbprint,
      device,
      claimableGuestId: rememberedId,
      method: proven.method,
      provenAt: proven.at,
    });
    if (sessionId === undefined) return undefined;
    const merged =
      merges && guestId !== undefined
        ? await guests.merge(trx, afterCommit, { guestId, accountId: proven.userId, sessionId, device })
        : undefined;
    await sessions.devices.endSurplus(trx, afterCommit, { userId: proven.userId, sessionId }, device);
    return { status: "signed-in", sessionId, merged };
  }

  return {
    /** After the last factor. The caller has locked the user's row, or accepts `undefined` for a moved epoch. */
    open,

    /**
     * Begins a session, or asks for the second factor where the account has one and the device is not trusted.
     * In the caller's transaction, whose other writes belong to the first factor.
     *
     * @returns `undefined` when the account has changed since the factor was checked: it counts for nothing
     * @throws {AccountBannedError} {EmailNotVerifiedError}
     */
    async complete(
      trx: Transaction,
      afterCommit: AfterCommit,
      factor: FirstFactor,
      asked: SignInRequest,
    ): Promise<SignInOutcome | undefined> {
      const { userId, epoch, userVerified = false } = factor;
      const owner = await lockSigningIn(trx, { userId, epoch });
      if (!owner) return undefined;
      if (isBanned(owner, clock.now())) {
        throw new AccountBannedError({ until: owner.banExpires, reason: owner.banReason });
      }
      if (deps.emailVerification === "required" && !owner.emailVerified) throw new EmailNotVerifiedError();
      if (!owner.twoFactorEnabled || userVerified) return open(trx, afterCommit, factor, asked);
      const trustedSince = await secondFactor.trustedDevices.use(trx, { userId, epoch }, asked.trustedDevice);
      // Only the moment in which a code was shown counts as a proof: a trusted device does not step up.
      if (trustedSince) return open(trx, afterCommit, { ...factor, at: trustedSince }, asked);
      const request = { ...asked, guestId: await holdGuest(trx, asked.guestId) };
      return secondFactor.challenges.begin(trx, factor, request);
    },
  };
}

export type SignIns = ReturnType<typeof createSignIns>;
