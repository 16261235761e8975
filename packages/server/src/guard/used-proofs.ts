import type { Clock } from "../clock.ts";
import type { UsedProofs } from "../sessions/key-proof.ts";

/** Remembers used proofs in this process. Their times are equally long, so they go in the order in which they came. */
export function createUsedProofs(clock: Clock): UsedProofs {
  const used = new Map<string, number>();
  return {
    add({ id, expiresAt }) {
      const now = clock.now().getTime();
      for (const [old, endsAt] of used) {
        if (endsAt > now) break;
        used.delete(old);
      }
      const key = id.toString("base64url");
      if (used.has(key)) return false;
      used.set(key, expiresAt.getTime());
      return true;
    },
  };
}
