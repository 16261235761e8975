import { randomUUID } from "node:crypto";

let lastTimestampMs = 0;
let sequence = 0;

/**
 * A time-ordered id (RFC 9562, section 5.7). The 12 bits after the timestamp are a counter (method 1 of
 * section 6.2), so ids of one process sort in the order they were made, which message lists rely on.
 * The rest is taken from a version 4 id, whose random bits Node makes in advance.
 */
export function uuidv7(): string {
  const random = randomUUID();
  const now = Date.now();
  if (now > lastTimestampMs) {
    lastTimestampMs = now;
    sequence = Number.parseInt(random.slice(15, 18), 16) & 0x7ff;
  } else if (++sequence > 0xfff) {
    lastTimestampMs += 1;
    sequence = 0;
  }
  const time = lastTimestampMs.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, "0")}${random.slice(18)}`;
}
