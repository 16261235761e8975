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

const MINUTE: readonly [Intl.RelativeTimeFormatUnit, number] = ["minute", 60];
/** Units of time by their seconds, the longest first. */
export const UNITS: readonly (typeof MINUTE)[] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["week", 7 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  MINUTE,
];

/**
 * How long until then, in the largest unit that fits: "in 3 hours".
 *
 * @param language - BCP 47 tag
 */
export function timeUntil(moment: Date, language: string, now: Date = new Date()): string {
  const seconds = Math.max(60, (moment.getTime() - now.getTime()) / 1000);
  const [name, length] = UNITS.find(([, unit]) => seconds >= unit) ?? MINUTE;
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(
    Math.round(seconds / length),
    name,
  );
}
