// One request ends letters of a kind (RFC 8058): no session, no cookie, the link itself is the permission.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Keyring } from "../config/keyring.ts";
import { apiBase } from "../http/openapi-operations.ts";
import { unsubscribePath } from "../http/read-json.ts";
import type { ChosenCategory } from "./category.ts";

const letters: Record<ChosenCategory, string> = { product: "p", replies: "r" };

/** What a link asks for. */
export interface Unsubscription {
  readonly userId: string;
  readonly category: ChosenCategory;
}

/**
 * Links last as long as the letters that carry them, so nothing about them is stored: they are MACs under one of the
 * server's secrets. With the secret the links go, too; the account page does the same.
 */
export function createUnsubscriptions(deps: {
  readonly keyring: Keyring;
  readonly preferences: { silence(userId: string, category: ChosenCategory): Promise<void> };
  readonly publicUrl: string;
}) {
  const { keyring, preferences, publicUrl } = deps;

  function mac(text: string, secretId: string): Buffer | undefined {
    const key = keyring.key("unsubscribe", secretId);
    return key && createHmac("sha256", key).update(text).digest().subarray(0, 16);
  }

  /** @returns what a token asks for; nothing where it is not ours */
  function read(token: string): Unsubscription | undefined {
    const parts = /^([\w-]{1,64})\.([0-9a-f-]{36})\.([pr])\.([\w-]{22})$/.exec(token);
    if (!parts) return undefined;
    const [, secretId = "", userId = "", letter = "", presented = ""] = parts;
    const expected = mac(`${userId}.${letter}`, secretId);
    const given = Buffer.from(presented, "base64url");
    if (!expected || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return { userId, category: letter === letters.product ? "product" : "replies" };
  }

  return {
    linkFor({ userId, category }: Unsubscription): string {
      const text = `${userId}.${letters[category]}`;
      const proof = mac(text, keyring.currentId)?.toString("base64url");
      return `${publicUrl}${apiBase}${unsubscribePath}?token=${keyring.currentId}.${text}.${proof}`;
    },

    read,

    /** @returns `false` where the token is not ours; doing it twice changes nothing */
    async perform(token: string): Promise<boolean> {
      const wish = read(token);
      if (wish) await preferences.silence(wish.userId, wish.category);
      return wish !== undefined;
    },
  };
}
