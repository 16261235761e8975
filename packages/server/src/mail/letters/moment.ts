/** A time in a letter. The reader's time zone is not known here, so it names its own. */
export function writeMoment(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "long", timeZone: "UTC" }).format(
    at,
  );
}
