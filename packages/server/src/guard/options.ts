import type { Permission } from "../roles/permissions.ts";
import type { ConfiguredRole, Role } from "../roles/roles.ts";

/** How often something may be done by one account (or guest), or from one network address (IPv6 by /64). */
export interface GuardLimit {
  readonly points: number;
  readonly windowSeconds: number;
  /** An address is counted before the token is looked at, an account after. */
  readonly key: "account" | "address";
}

export interface GuardOptions<Limit extends string = string> {
  /** The `PUBLIC_URL` of the Bookplate server whose tokens count. */
  readonly issuer: string;
  /** Its `TOKEN_AUDIENCE`; the issuer unless said. */
  readonly audience?: string | undefined;
  /** Where its keys are published, if your service reaches it by another address than readers do. */
  readonly jwksUrl?: string | undefined;
  /** Asks Bookplate whether a token still counts, so that a sign-out or a ban counts here within seconds. */
  readonly introspection?:
    | {
        /** Its `INTROSPECTION_TOKEN`. */
        readonly token: string;
        readonly url?: string | undefined;
        /** How long an answer is kept; 5 unless said. */
        readonly cacheSeconds?: number | undefined;
      }
    | undefined;
  /**
   * The address of your service, as browsers and apps know it. With it, tokens that are bound to a key count with their
   * proof (RFC 9449); without it they are refused.
   */
  readonly publicUrl?: string | undefined;
  readonly limits?: Readonly<Record<Limit, GuardLimit>> | undefined;
  /** Addresses and ranges of your proxies, whose `X-Forwarded-For` or `Forwarded` is believed. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** The roles of Bookplate's `ROLES` setting, if there are any. */
  readonly roles?: readonly ConfiguredRole[] | undefined;
  /** Told what went wrong unexpectedly; standard error unless said. */
  readonly log?: GuardLog | undefined;
}

/** Where unexpected errors are told. */
export interface GuardLog {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** An answer, ready to be sent. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A problem document (RFC 9457). */
  readonly body: string;
}

/** What a route asks of whoever asks. */
export interface Requirement<Limit extends string = string> {
  /** The lowest role that passes. Without it guests pass too. */
  readonly role?: Role | undefined;
  readonly permission?: Permission | undefined;
  readonly limit?: Limit | readonly Limit[] | undefined;
  /** Nobody at all may ask too; a token that is there must still be good. */
  readonly optional?: boolean | undefined;
}
