const DAY = 86_400_000;

/**
 * Words a time for the reader's clock: `14:05`, with the day where it is not within twelve hours.
 * The language is the page's, the choice between 12 and 24 hours the reader's own.
 *
 * @returns `undefined` for a time that is less than a minute away: naming it would be noise
 */
export function momentText(moment: Date, language: string, now = new Date()): string | undefined {
  const distance = moment.getTime() - now.getTime();
  if (distance < 60_000) return undefined;
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
  const day: Intl.DateTimeFormatOptions = distance > DAY / 2 ? { day: "numeric", month: "long" } : {};
  return new Intl.DateTimeFormat(language, {
    ...day,
    hour: "2-digit",
    minute: "2-digit",
    ...(hourCycle && { hourCycle }),
    // A limit that ends at 14:05:40 must not be promised for 14:05.
  }).format(new Date(Math.ceil(moment.getTime() / 60_000) * 60_000));
}
