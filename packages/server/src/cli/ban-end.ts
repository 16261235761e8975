import { OperatorRefusal } from "../operator-refusal.ts";

const unitMs = { m: 60_000, h: 60 * 60_000, d: 24 * 60 * 60_000 } as const;
const span = /^(?<count>[1-9]\d{0,5})(?<unit>[mhd])$/;
const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * When a ban ends.
 *
 * @param given.until - a day, which begins in UTC, or a moment with its distance from UTC
 * @param given.for - such as `7d`
 * @returns nothing where it lasts until it is lifted
 * @throws {OperatorRefusal}
 */
export function readBanEnd(
  given: { readonly until?: string | undefined; readonly for?: string | undefined },
  now: Date,
): Date | undefined {
  const { until, for: lasting } = given;
  if (until !== undefined && lasting !== undefined)
    throw new OperatorRefusal(({ admin }) => admin.untilOrFor);
  if (until !== undefined) {
    const at = new Date(until);
    // `Date` reads much that means something else than was meant.
    if (!moment.test(until) || !(at > now))
      throw new OperatorRefusal(({ admin }) => admin.badMoment({ value: until }));
    return at;
  }
  if (lasting === undefined) return undefined;
  const { count, unit } = span.exec(lasting)?.groups ?? {};
  if (unit !== "m" && unit !== "h" && unit !== "d")
    throw new OperatorRefusal(({ admin }) => admin.badSpan({ value: lasting }));
  return new Date(now.getTime() + Number(count) * unitMs[unit]);
}
