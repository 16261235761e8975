import { randomFillSync } from "node:crypto";

/** Random bytes are fetched for so many ids at once: each fetch costs as much as many ids. */
const idsPerFetch = 256;
/** Two for where the counter begins, eight for the end of the id. */
const bytesPerId = 10;
const hexPerId = 2 * bytesPerId;

const randomBytes = Buffer.alloc(idsPerFetch * bytesPerId);
let random = "";
let next = 0;
let lastTimestampMs = 0;
/** The timestamp as it is written, made anew with it. */
let time = "";
let sequence = 0;

function fetchRandom(): void {
  randomFillSync(randomBytes);
  // The variant: the ids' ends begin with the bits 10.
  for (let at = 2; at < randomBytes.length; at += bytesPerId)
    randomBytes.writeUInt8((randomBytes.readUInt8(at) & 0x3f) | 0x80, at);
  random = randomBytes.toString("hex");
  next = 0;
}

function setTime(ms: number): void {
  lastTimestampMs = ms;
  const hex = ms.toString(16).padStart(12, "0");
  time = `${hex.slice(0, 8)}-${hex.slice(8)}-`;
}

/**
 * A time-ordered id (RFC 9562, section 5.7). The 12 bits after the timestamp are a counter (method 1 of
 * section 6.2), so ids of one process sort in the order they were made, which message lists rely on.
 * The other 62 bits are random in each id.
 */
export function uuidv7(): string {
  if (next === random.length) fetchRandom();
  const now = Date.now();
  if (now > lastTimestampMs) {
    setTime(now);
    sequence = Number.parseInt(random.slice(next, next + 3), 16) & 0x7ff;
  } else if (++sequence > 0xfff) {
    setTime(lastTimestampMs + 1);
    sequence = 0;
  }
  const end = next + 4;
  next += hexPerId;
  // The version, 7, and the counter are one number of four digits.
  return `${time}${(0x7000 + sequence).toString(16)}-${random.slice(end, end + 4)}-${random.slice(end + 4, next)}`;
}
