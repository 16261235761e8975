import { createHmac } from "node:crypto";

const stepSeconds = 30;
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** An authenticator app, as its owner holds it: RFC 6238 with the defaults that every app has. */
export interface Authenticator {
  /** The code of now, or the next one where that has been shown already: a code counts once. */
  code: () => string;
}

/** @param uri - the `otpauth:` address that the set-up screen offers */
export function createAuthenticator(uri: string): Authenticator {
  const key = decodeBase32(new URL(uri).searchParams.get("secret") ?? "");
  let lastStep = 0;
  return {
    code() {
      lastStep = Math.max(Math.floor(Date.now() / 1000 / stepSeconds), lastStep + 1);
      const counter = Buffer.alloc(8);
      counter.writeBigUInt64BE(BigInt(lastStep));
      const digest = createHmac("sha1", key).update(counter).digest();
      const offset = digest.readUInt8(digest.length - 1) & 15;
      return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
    },
  };
}

/** RFC 4648, section 6. */
function decodeBase32(text: string): Buffer {
  const bits = [...text].map((letter) => base32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
