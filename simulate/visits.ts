import type { Random } from "./random.ts";
import { day, hour, minute, type VirtualTime } from "./virtual-time.ts";

/** What somebody does with a laptop. */
export interface Visitor {
  /** The lid opens. */
  readonly come: () => void;
  /** The lid closes, whatever is going on. */
  readonly go: () => void;
}

const mostVisitsPerDay = 4;
const holiday = { chance: 0.06, least: 2 * day, most: 7.5 * day };

/** Comes and goes as people do: some days not at all, now and then for a week not at all. */
export function keepVisiting(time: VirtualTime, random: Random, visitor: Visitor): void {
  function planDay(): void {
    if (random.chance(holiday.chance)) {
      time.after(random.between(holiday.least, holiday.most), planDay);
      return;
    }
    const visits = Math.floor(random.between(0, mostVisitsPerDay + 1));
    const slot = (day - 6 * hour) / (visits + 1);
    for (let visit = 0; visit < visits; visit++) {
      const lasts = Math.min(slot - minute, minute * 300 ** random.next());
      const comes = 6 * hour + slot * visit + random.between(0, slot - lasts - 1);
      time.after(comes, visitor.come);
      time.after(comes + lasts, visitor.go);
    }
    time.after(day, planDay);
  }
  planDay();
}
