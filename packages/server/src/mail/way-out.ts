// What this process knows about the way out: whether letters get through at the moment, and whether an operator has
// been told why not.
import type { Logger } from "pino";
import type { DeliveryError, Mend } from "./errors.ts";

const mends: Record<Mend, string> = {
  credentials: "The mail server refuses our user, password or API key: correct SMTP_URL or RESEND_API_KEY.",
  sender:
    "The sender is not accepted: MAIL_FROM needs a domain that this mail server or provider has verified for you.",
  quota: "The provider's quota is used up: wait, raise it, or name a second transport.",
  encryption: "No safe connection: the server's certificate or its STARTTLS is not in order.",
  address: "The mail server cannot be reached: look at host and port in SMTP_URL, and at firewalls.",
};

export type WayOut = ReturnType<typeof createWayOut>;

export function createWayOut(log: Logger) {
  /** After a start nobody knows what the last process left waiting. */
  let mayHold = true;
  const failures = new Set<string>();
  const passed = new Set<string>();
  let restUntil = 0;

  return {
    /** @returns whether letters may be waiting for this moment */
    opened(): boolean {
      const held = mayHold;
      mayHold = false;
      failures.clear();
      return held;
    },

    /** Says each reason once, until letters get through again. */
    closed({ failure, mend }: DeliveryError): void {
      mayHold = true;
      if (failures.has(failure)) return;
      failures.add(failure);
      log.error({ failure, ...(mend && { mend: mends[mend] }) }, "letters do not go out at the moment");
    },

    /** Letters go out, but not by the transport that is to be asked first. */
    passedOver(errors: readonly DeliveryError[]): void {
      if (errors.length === 0) passed.clear();
      for (const { failure, mend } of errors) {
        if (passed.has(failure)) continue;
        passed.add(failure);
        log.warn({ failure, ...(mend && { mend: mends[mend] }) }, "letters take another transport");
      }
    },

    /** The provider wants to be left alone. Waiting is real: it is not our clock that it looks at. */
    restFor(ms: number): void {
      restUntil = Math.max(restUntil, performance.now() + ms);
    },
    rests: () => performance.now() < restUntil,

    state: () => (failures.size > 0 ? ("failing" as const) : ("sending" as const)),
  };
}
