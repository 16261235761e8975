const dayMs = 24 * 60 * 60_000;

/** The day in UTC, `2026-11-21`. Everybody's begins at the same moment, so that its end can be said. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** When the day of this moment is over and every quota begins anew. */
export function endOfDay(at: Date): Date {
  return new Date((Math.floor(at.getTime() / dayMs) + 1) * dayMs);
}

export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * dayMs);
}
