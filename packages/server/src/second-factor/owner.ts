import { findReader } from "../accounts/queries.ts";
import type { Audit, SecurityEventKind } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import type { Letter } from "../mail/letter.ts";
import type { Mail } from "../mail/mail.ts";
import type { Device } from "../sessions/service.ts";

type Change = Extract<Letter, { kind: "second-factor-changed" }>["change"];

const events: Record<Change, SecurityEventKind> = {
  on: "second-factor-on",
  off: "second-factor-off",
  "codes-guessed": "second-factor-guessed",
  "recovery-code-used": "recovery-code-used",
  "recovery-codes-renewed": "recovery-codes-renewed",
};

/** Whoever changes or guesses a second factor may not be its owner, who hears of it: OWASP ASVS 5.0, 6.3.5 and 6.3.7. */
export function createOwnerNotice(deps: { clock: Clock; audit: Audit; mail: Mail; accountUrl: string }) {
  return async function tellOwner(
    trx: Transaction,
    what: { change: Change; userId: string; sessionId?: string | undefined; device: Device },
  ): Promise<void> {
    const { change, userId, sessionId, device } = what;
    const { ipAddress, userAgent } = device;
    await deps.audit.record(trx, { kind: events[change], userId, sessionId, ipAddress, userAgent });
    const owner = await findReader(trx, userId);
    if (!owner) return;
    await deps.mail.enqueue(trx, {
      kind: "second-factor-changed",
      change,
      to: owner.email,
      language: owner.language ?? "en",
      device: userAgent,
      at: deps.clock.now(),
      url: deps.accountUrl,
    });
  };
}

export type TellOwner = ReturnType<typeof createOwnerNotice>;
