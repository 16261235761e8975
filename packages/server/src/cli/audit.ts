import type { ChainPlace } from "../audit/verification.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import type { Output } from "./output.ts";
import { withOperations } from "./with-operations.ts";

/** Chained every minute by a server that runs. */
const chainedWithinMs = 10 * 60_000;

/** Ends the command with code 1 where the chain does not hold, or where a noted head could not be compared. */
export function verifyAudit(output: Output, head: string | undefined): Promise<void> {
  const noted = head === undefined ? undefined : readPlace(head);
  return withOperations(output, async (operations) => {
    const { paint, words } = output;
    const { audit } = words;
    const report = await operations.verifyAudit(noted);
    const { events, erased, unchained, oldestUnchained, cut, faults, faultCount } = report;
    const holds = faultCount === 0 && report.noted !== "cut-off";
    const isBehind = oldestUnchained !== null && Date.now() - Date.parse(oldestUnchained) > chainedWithinMs;
    output.answer({ holds, ...report }, [
      audit.events({ count: events }),
      ...(erased > 0 ? [audit.erased({ count: erased })] : []),
      ...(cut ? [audit.cut(cut)] : []),
      ...(oldestUnchained === null ? [] : [audit.unchained({ count: unchained, moment: oldestUnchained })]),
      ...(isBehind ? [paint("yellow", audit.behind)] : []),
      report.head ? audit.head({ head: `${report.head.position}:${report.head.hash}` }) : audit.empty,
      ...(report.noted === "there" ? [audit.headThere] : []),
      ...(report.noted === "cut-off" ? [paint("yellow", audit.headCutOff)] : []),
      ...faults.map(
        ({ fault, position, eventId }) =>
          `${position}  ${audit.faults[fault]}${eventId ? `  ${eventId}` : ""}`,
      ),
      faultCount === 0 ? paint("green", audit.holds) : paint("red", audit.broken({ count: faultCount })),
    ]);
    if (!holds) process.exitCode = 1;
  });
}

function readPlace(value: string): ChainPlace {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(value) ?? [];
  if (position === undefined || hash === undefined)
    throw new OperatorRefusal(({ audit }) => audit.badHead({ value }));
  return { position: Number(position), hash };
}
