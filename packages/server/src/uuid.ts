import { randomBytes } from "node:crypto";

let lastTimestampMs = 0;
let sequence = 0;

/**
 * A time-ordered id (RFC 9562, section 5.7). The 12 bits after the timestamp are a counter (method 1 of
 * section 6.2), so ids of one process sort in the order they were made, which message lists rely on.
 */
export function uuidv7(): string {
  const now = Date.now();
  if (now > lastTimestampMs) {
    lastTimestampMs = now;
    sequence = randomBytes(2).readUInt16BE() & 0x7ff;
  } else if (++sequence > 0xfff) {
    lastTimestampMs += 1;
    sequence = 0;
  }
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(lastTimestampMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  randomBytes(8).copy(bytes, 8);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
