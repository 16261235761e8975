import { briefBanMs } from "../roles/permissions.ts";

/** As it stands with the account; whether it counts, {@link isBanned} says. */
export interface Ban {
  readonly banned: boolean;
  /** `null`: until somebody lifts it. */
  readonly banExpires: Date | null;
}

/** Whether a ban counts at the moment: one that names its end is over then, without anybody lifting it. */
export function isBanned({ banned, banExpires }: Ban, now: Date): boolean {
  return banned && (banExpires === null || banExpires > now);
}

/**
 * Whether a ban is no longer than whoever bans briefly may give. It counts from when it was given, not what is left:
 * otherwise a long one could be lifted in its last week by somebody who could never have given it.
 */
export function isBrief(ban: { from: Date; until: Date | null }): boolean {
  return ban.until !== null && ban.until.getTime() - ban.from.getTime() <= briefBanMs;
}
