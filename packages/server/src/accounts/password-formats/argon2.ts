import { verifySync } from "@node-rs/argon2";
import type { PasswordFormat } from "./format.ts";

const shape =
  /^\$(argon2(?:id|i|d))\$v=(?:16|19)\$m=(\d{1,8}),t=(\d{1,4}),p=(\d{1,3})(?:,data=[^$]*)?\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{22,}$/;

/** One check at a time per thread may take this much memory. */
const maxMemoryKib = 128 * 1024;
/** What the check takes is memory times passes. */
const maxMemoryPassesKib = 1024 * 1024;
const maxLanes = 16;

/** `$argon2id$`, `$argon2i$` and `$argon2d$` as RFC 9106 and the PHC write them; Django puts `argon2` before it. */
export const argon2: PasswordFormat = (stored) => {
  const hash = stored.startsWith("argon2$argon2") ? stored.slice("argon2".length) : stored;
  const parts = shape.exec(hash);
  if (!parts) return undefined;
  const [, algorithm, ...costs] = parts;
  const [memoryKib = 0, passes = 0, lanes = 0] = costs.map(Number);
  if (memoryKib < 8 * lanes || passes < 1 || lanes < 1) return undefined;
  if (memoryKib > maxMemoryKib || memoryKib * passes > maxMemoryPassesKib || lanes > maxLanes)
    return "too-costly";
  return {
    kind: `${algorithm} ${memoryKib} ${passes} ${lanes}`,
    verify: (password) => verifySync(hash, password),
  };
};
