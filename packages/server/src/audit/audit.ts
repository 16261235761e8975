import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import * as queries from "./queries.ts";

/** Every kind of event; readers see a sentence for each in their activity. */
export const securityEventKinds = [
  "account-banned",
  "account-created",
  "account-deleted",
  "account-imported",
  "account-registered",
  "account-under-attack",
  "account-verified",
  "admin-claimed",
  "admin-link-made",
  "announcement-made",
  "answer-hidden",
  "answer-shown",
  "audit-trimmed",
  "ban-lifted",
  "data-exported",
  "device-signed-out",
  "email-change-requested",
  "email-change-undone",
  "email-changed",
  "guest-merged",
  "guest-promoted",
  "guests-removed",
  "invitation-accepted",
  "invitation-made",
  "invitation-withdrawn",
  "letters-retried",
  "other-devices-signed-out",
  "passkey-added",
  "passkey-removed",
  "password-changed",
  "password-reset",
  "password-spraying",
  "provider-linked",
  "provider-unlinked",
  "quota-changed",
  "recovery-code-used",
  "recovery-codes-renewed",
  "refresh-fast-forward",
  "refresh-recovered",
  "refresh-reused",
  "report-handled",
  "role-changed",
  "second-factor-guessed",
  "second-factor-off",
  "second-factor-on",
  "secret-forgotten",
  "secrets-reencrypted",
  "sessions-ended-by-staff",
  "sign-in-failed",
  "signed-in",
  "signed-out",
  "signing-key-removed",
  "signing-key-rotated",
  "stepped-up",
  "suppression-lifted",
  "trusted-device-added",
  "trusted-device-removed",
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];

/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Who did it: somebody with an account, the terminal, the server, a stranger, or the account that it concerns. */
export type EventActor =
  | { readonly kind: "account"; readonly userId: string }
  | { readonly kind: "operator" }
  | { readonly kind: "system" }
  | { readonly kind: "visitor" }
  | { readonly kind: "self" };

export type ActorKind = EventActor["kind"];

export interface SecurityEvent {
  /** Made beforehand, where other rows name the event. */
  readonly id?: string;
  readonly kind: SecurityEventKind;
  /** Whom it concerns; `null` where that is nobody's account. */
  readonly userId: string | null;
  /** Without one it was the account itself, or a visitor where there is no account. */
  readonly actor?: EventActor | undefined;
  readonly sessionId?: string | null | undefined;
  /** Where the act came from: the actor's, also where it concerns somebody else. */
  readonly ipAddress?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
  /** In the actor's words; whoever it concerns may read it. */
  readonly reason?: string | null | undefined;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** What happened, appended in the transaction of what happened; `chain.ts` chains it later. */
export function createAudit(deps: { clock: Clock }) {
  return {
    /** @returns the event's id */
    async record(db: Database | Transaction, event: SecurityEvent): Promise<string> {
      const { id = uuidv7() } = event;
      await queries.insertEvent(db, {
        id,
        kind: event.kind,
        userId: event.userId,
        ...storedActor(event),
        sessionId: event.sessionId ?? null,
        ipAddress: event.ipAddress ?? null,
        userAgent: event.userAgent ?? null,
        reason: event.reason ?? null,
        before: toJson(event.before),
        after: toJson(event.after),
        detail: JSON.stringify(event.detail ?? {}),
        createdAt: deps.clock.now(),
      });
      return id;
    },
  };
}

export type Audit = ReturnType<typeof createAudit>;

function storedActor({ userId, actor }: SecurityEvent): { actorKind: ActorKind; actorId: string | null } {
  if (!actor) return { actorKind: userId === null ? "visitor" : "self", actorId: null };
  if (actor.kind !== "account") return { actorKind: actor.kind, actorId: null };
  return actor.userId === userId
    ? { actorKind: "self", actorId: null }
    : { actorKind: "account", actorId: actor.userId };
}

const toJson = (value: Json | undefined): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);
