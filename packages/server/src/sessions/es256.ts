import { type KeyObject, sign } from "node:crypto";

/** Bytes of each of the two numbers of a P-256 signature. */
const numberBytes = 32;

/**
 * Signs with ES256 (RFC 7518, section 3.4): two numbers side by side. Node makes that form itself when it is asked
 * to, at twice the price of its own form, which carries the same numbers as DER (RFC 3279, section 2.2.3).
 *
 * @returns 64 bytes
 */
export function signEs256(text: string, privateKey: KeyObject): Buffer {
  const der = sign("sha256", Buffer.from(text), privateKey);
  const signature = Buffer.alloc(2 * numberBytes);
  // SEQUENCE, its length; then twice INTEGER, its length, its bytes. All lengths are below 128.
  const firstEnds = copyNumber(der, 2, signature.subarray(0, numberBytes));
  copyNumber(der, firstEnds, signature.subarray(numberBytes));
  return signature;
}

/** DER drops leading zeros, and puts one before a number whose first bit is set. @returns where the number ends */
function copyNumber(der: Buffer, at: number, to: Buffer): number {
  const length = der.readUInt8(at + 1);
  const start = at + 2;
  const end = start + length;
  const digits = der.subarray(Math.max(start, end - numberBytes), end);
  digits.copy(to, numberBytes - digits.length);
  return end;
}
