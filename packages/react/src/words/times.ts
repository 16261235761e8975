/** Milliseconds from which a clock time alone would be taken for the wrong day. */
const SAME_DAY = 20 * 60 * 60 * 1000;

/**
 * A moment in the reader's own clock, such as 14:05; with its weekday where it is most of a day away.
 *
 * @param language - BCP 47 tag
 */
export function clockTime(moment: Date, language: string, now: Date = new Date()): string {
  const isSoon = moment.getTime() - now.getTime() < SAME_DAY;
  return new Intl.DateTimeFormat(language, {
    hour: "numeric",
    minute: "2-digit",
    ...(isSoon ? {} : { weekday: "long" }),
  }).format(moment);
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["week", 7 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
];

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
