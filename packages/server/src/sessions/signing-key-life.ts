/** How long a verifier may keep the published keys before it looks again (RFC 9111, section 5.2.2.1). */
export const publishedKeysMaxAgeSeconds = 300;

const minuteMs = 60_000;

/**
 * A new key is published before it signs: until every verifier has looked again, with as much on top for
 * nodes that load late and clocks that differ.
 */
export const publishedBeforeUseMs = 2 * publishedKeysMaxAgeSeconds * 1000;

/**
 * How long a key verifies after its successor has begun to sign: the greatest lifetime that an access token
 * can be given, and five minutes for clocks that differ and nodes that are slow.
 */
export const verifiesAfterwardsMs = 65 * minuteMs;

/** A key signs for this long. */
export const signsForMs = 90 * 24 * 60 * minuteMs;

/** `next`: published, does not sign yet. `verifies`: signs no more, its last tokens may be under way. */
export type SigningKeyState = "next" | "signs" | "verifies" | "over";

/**
 * What each key is for at a moment. Nothing but the moments at which keys begin to sign is stored: the one that
 * began last signs, and the ones before it verify until their last token has expired.
 *
 * @param keys - in the order in which they sign
 */
export function readKeyStates(keys: readonly { readonly activatesAt: Date }[], now: Date): SigningKeyState[] {
  const begun = keys.findLastIndex(({ activatesAt }) => activatesAt <= now);
  // The first key of all, read by a node whose clock is behind its maker's.
  const signing = Math.max(begun, 0);
  return keys.map((_, index) => {
    if (index === signing) return "signs";
    if (index > signing) return "next";
    const replacedAt = keys[index + 1]?.activatesAt.getTime() ?? 0;
    return now.getTime() < replacedAt + verifiesAfterwardsMs ? "verifies" : "over";
  });
}
