import { UNITS } from "./times.ts";

/**
 * How long ago, in the largest unit that fits: "3 days ago".
 *
 * @param language - BCP 47 tag
 * @returns `null` within the last minute
 */
export function timeAgo(moment: Date, language: string, now: Date = new Date()): string | null {
  const seconds = (now.getTime() - moment.getTime()) / 1000;
  const unit = UNITS.find(([, length]) => seconds >= length);
  if (unit === undefined) return null;
  const [name, length] = unit;
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(
    -Math.floor(seconds / length),
    name,
  );
}
