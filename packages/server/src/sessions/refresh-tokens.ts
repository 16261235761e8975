import { createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import type { Keyring } from "../config/keyring.ts";

const prefix = "bpr_";
const unbound = 1;
const bound = 2;
const macBytes = 32;
const sessionIdBytes = 16;
const counterBytes = 4;
const thumbprintBytes = 32;
/** Longer ones are not ours; nothing is computed for them. */
const maxTokenCharacters = 200;

/** What a refresh token says: which session, and which turn of its counter. */
export interface RefreshClaim {
  readonly sessionId: string;
  readonly counter: number;
  /** The key that must be proven together with the token (RFC 9449, section 5); `undefined` for none. */
  readonly keyThumbprint?: string | undefined;
}

/**
 * Refresh tokens are computed, never stored: version, key id, session id, counter, for a bound session the
 * thumbprint of its key, and a MAC over these and the server's own address. The same claim gives the same
 * token, so an answer that was lost can be given again; a forged one is refused without asking the database
 * (RFC 9700, section 4.14.2).
 */
export function createRefreshTokens(deps: { keyring: Keyring; issuer: string }) {
  const { keyring, issuer } = deps;

  function mac(key: KeyObject, body: Buffer): Buffer {
    return createHmac("sha256", key).update(body).update(issuer).digest();
  }

  return {
    mint({ sessionId, counter, keyThumbprint }: RefreshClaim): string {
      const keyId = keyring.currentId;
      const idAt = 2 + Buffer.byteLength(keyId);
      const counterAt = idAt + sessionIdBytes;
      const thumbprintAt = counterAt + counterBytes;
      const bodyLength = thumbprintAt + (keyThumbprint === undefined ? 0 : thumbprintBytes);
      const bytes = Buffer.alloc(bodyLength + macBytes);
      bytes[0] = keyThumbprint === undefined ? unbound : bound;
      bytes[1] = idAt - 2;
      bytes.write(keyId, 2);
      bytes.write(sessionId.replaceAll("-", ""), idAt, "hex");
      bytes.writeUInt32BE(counter, counterAt);
      if (keyThumbprint !== undefined) bytes.write(keyThumbprint, thumbprintAt, "base64url");
      mac(keyring.currentKey("refresh-token"), bytes.subarray(0, bodyLength)).copy(bytes, bodyLength);
      return prefix + bytes.toString("base64url");
    },

    /** The claim of a token that this server made, or `undefined` for anything else. */
    read(token: string): RefreshClaim | undefined {
      if (token.length > maxTokenCharacters || !token.startsWith(prefix)) return undefined;
      const encoded = token.slice(prefix.length);
      const bytes = Buffer.from(encoded, "base64url");
      // Decoding ignores what it does not know; only the one spelling that we write is ours.
      if (bytes.toString("base64url") !== encoded) return undefined;
      const keyIdLength = bytes[1] ?? 0;
      const idAt = 2 + keyIdLength;
      const counterAt = idAt + sessionIdBytes;
      const thumbprintAt = counterAt + counterBytes;
      const bodyLength = thumbprintAt + (bytes[0] === bound ? thumbprintBytes : 0);
      if (bytes[0] !== unbound && bytes[0] !== bound) return undefined;
      if (bytes.length !== bodyLength + macBytes) return undefined;
      const key = keyring.key("refresh-token", bytes.toString("utf8", 2, idAt));
      const body = bytes.subarray(0, bodyLength);
      if (!key || !timingSafeEqual(mac(key, body), bytes.subarray(bodyLength))) return undefined;
      const hex = body.toString("hex", idAt, counterAt);
      const sessionId = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(12, 16),
        hex.slice(16, 20),
        hex.slice(20),
      ].join("-");
      const keyThumbprint = body.toString("base64url", thumbprintAt) || undefined;
      return { sessionId, counter: body.readUInt32BE(counterAt), keyThumbprint };
    },
  };
}

export type RefreshTokens = ReturnType<typeof createRefreshTokens>;
