import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Shorter ones are refused for their length, whatever `PASSWORD_MIN_LENGTH` says. */
export const minListedCharacters = 8;

/**
 * A set of passwords in a fifth of their size: each is a number of the range `size × 2^21`, made from its SHA-256;
 * the numbers are sorted, and the file holds the steps from one to the next (Golomb-Rice codes). A password that is
 * in the list is always found. One that is not is found by mistake once in two million times, and then refused.
 *
 * Layout: how many (32 bits, big-endian), then the codes: a step's upper part in unary, its lower 21 bits.
 *
 * @see Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters (2009), "Golomb-compressed sets"
 */
const lowerBits = 21;
const lowerValues = 2 ** lowerBits;
const headerBytes = 4;

export const commonPasswordsFile = fileURLToPath(new URL("common-passwords.bin", import.meta.url));

/** A password as the list has it: capitals do not make it another one. */
export const asListed = (password: string): string => password.normalize("NFKC").toLowerCase();

/** 48 of the hash's bits, scaled to the range: exact in a double. */
function place(password: string, size: number): number {
  const hash = createHash("sha256").update(asListed(password)).digest();
  return Math.floor((hash.readUIntBE(0, 6) / 2 ** 48) * size * lowerValues);
}

/** @param passwords - as {@link asListed} makes them, each once */
export function writeCommonPasswords(passwords: readonly string[]): Buffer {
  const places = Float64Array.from(passwords, (password) => place(password, passwords.length)).sort();
  const bits: number[] = [];
  let before = 0;
  for (const next of places) {
    const step = next - before;
    before = next;
    for (let upper = Math.floor(step / lowerValues); upper > 0; upper -= 1) bits.push(1);
    bits.push(0);
    for (let bit = lowerBits - 1; bit >= 0; bit -= 1) bits.push((step >> bit) & 1);
  }
  const bytes = Buffer.alloc(headerBytes + Math.ceil(bits.length / 8));
  bytes.writeUInt32BE(passwords.length);
  for (const [index, bit] of bits.entries()) {
    const at = headerBytes + (index >> 3);
    bytes[at] = (bytes[at] ?? 0) | (bit << (7 - (index & 7)));
  }
  return bytes;
}

/** @returns whether a password is in the list; what is kept of it takes eight bytes for each */
export function readCommonPasswords(bytes: Buffer): (password: string) => boolean {
  const size = bytes.readUInt32BE();
  const places = new Float64Array(size);
  let position = headerBytes * 8;
  const nextBit = () => {
    const bit = ((bytes[position >> 3] ?? 0) >> (7 - (position & 7))) & 1;
    position += 1;
    return bit;
  };
  let last = 0;
  for (let index = 0; index < size; index += 1) {
    while (nextBit() === 1) last += lowerValues;
    let lower = 0;
    for (let bit = 0; bit < lowerBits; bit += 1) lower = lower * 2 + nextBit();
    last += lower;
    places[index] = last;
  }
  return (password) => includes(places, place(password, size));
}

function includes(sorted: Float64Array, wanted: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted;
}

/** Reads the list that comes with the server: some ten milliseconds, once. */
export async function loadCommonPasswords(): Promise<(password: string) => boolean> {
  return readCommonPasswords(await readFile(commonPasswordsFile));
}
