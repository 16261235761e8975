import { expect, test } from "vitest";
import { readBanEnd } from "./ban-end.ts";

const now = new Date("2026-11-21T12:00:00Z");
const read = (given: { until?: string; for?: string }) => readBanEnd(given, now)?.toISOString();

test("a ban ends at a day, at a moment, after some time, or not by itself", () => {
  expect(read({})).toBeUndefined();
  expect(read({ until: "2027-01-31" })).toBe("2027-01-31T00:00:00.000Z");
  expect(read({ until: "2027-01-31T18:00+02:00" })).toBe("2027-01-31T16:00:00.000Z");
  expect(read({ for: "45m" })).toBe("2026-11-21T12:45:00.000Z");
  expect(read({ for: "12h" })).toBe("2026-11-22T00:00:00.000Z");
  expect(read({ for: "7d" })).toBe("2026-11-28T12:00:00.000Z");
});

test.each([
  { until: "tomorrow" },
  { until: "2026-11-21" },
  { until: "2027-13-01" },
  { until: "2027-01-31T18:00" },
  { until: "31/01/2027" },
  { for: "7" },
  { for: "0d" },
  { for: "-1d" },
  { for: "1w" },
  { for: "999999999d" },
  { until: "2027-01-31", for: "7d" },
])("a ban that ends at %o is refused with a sentence", (given) => {
  expect(() => read(given)).toThrow(/^(".*" is no|Either)/);
});
