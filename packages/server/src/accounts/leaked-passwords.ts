import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";

const timeoutMs = 1_000;
const complaintEveryMs = 60 * 60_000;
/** A range holds some 2,000 lines of 40 bytes. */
const maxAnswerBytes = 1_000_000;
const prefixDigits = 5;

/** One hash of the range, and how often it turned up; padding has a count of 0. */
const line = /^([0-9A-F]{35}):(\d+)$/;

export interface LeakedPasswordsDeps {
  /** Without a trailing slash: a service that speaks the range protocol of Have I Been Pwned. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
}

/**
 * Asks a service whether a password has leaked, and tells it five digits of forty: a thousand or more leaked
 * passwords have the same ones, and the answer is padded, so that its length says nothing either. Whatever goes wrong
 * there, nobody is kept from registering.
 *
 * @see https://haveibeenpwned.com/API/v3#PwnedPasswords
 */
export function createLeakedPasswords({ url, clock, log }: LeakedPasswordsDeps) {
  let complainedAt = Number.NEGATIVE_INFINITY;

  async function ask(prefix: string): Promise<string[]> {
    const answer = await fetch(`${url}/${prefix}`, {
      headers: { "add-padding": "true", "user-agent": "Bookplate" },
      // Whoever is asked was chosen by the operator.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new Error(`It answered ${answer.status}.`);
    }
    const lines = (await readBounded(answer)).split(/\r?\n/).filter((text) => text !== "");
    if (!lines.some((text) => line.test(text))) throw new Error("It answered something else than a range.");
    return lines;
  }

  return {
    /** Whether the service knows the password; `false` where it cannot be asked. */
    async has(password: string): Promise<boolean> {
      const hash = createHash("sha1").update(password).digest("hex").toUpperCase();
      const rest = hash.slice(prefixDigits);
      try {
        const lines = await ask(hash.slice(0, prefixDigits));
        return lines.some((text) => {
          const [, suffix, count] = line.exec(text) ?? [];
          return suffix === rest && Number(count) > 0;
        });
      } catch (error) {
        const now = clock.now().getTime();
        if (now - complainedAt >= complaintEveryMs) {
          complainedAt = now;
          log.warn({ err: error }, "leaked passwords cannot be looked up; new passwords pass without it");
        }
        return false;
      }
    },
  };
}

async function readBounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new Error("Its answer has no end.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("latin1");
}
