import type { QuotaChange, QuotaReport } from "../limits/quota-desk.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import type { Output } from "./output.ts";
import { withOperations } from "./with-operations.ts";

export function showQuotas(output: Output, reader: string | undefined): Promise<void> {
  return withOperations(output, async ({ quotas }) => {
    const reports = await quotas(reader === undefined ? { act: "server" } : { act: "reader", reader });
    answer(output, reports, reader);
  });
}

export function setQuotas(
  output: Output,
  reader: string,
  given: { readonly messages?: string; readonly tokens?: string },
): Promise<void> {
  const change: QuotaChange = { messages: readLimit(given.messages), tokens: readLimit(given.tokens) };
  if (change.messages === undefined && change.tokens === undefined)
    throw new OperatorRefusal(({ quota }) => quota.nothingToSet);
  return withOperations(output, async ({ quotas }) => {
    answer(output, await quotas({ act: "set", reader, ...change }), reader);
  });
}

/** A number of at most nine digits, or `default`: what everybody has. */
function readLimit(value: string | undefined): number | null | undefined {
  if (value === undefined) return undefined;
  if (value === "default") return null;
  if (!/^\d{1,9}$/.test(value)) throw new OperatorRefusal(({ quota }) => quota.badLimit({ value }));
  return Number(value);
}

function answer(output: Output, reports: readonly QuotaReport[] | null, reader: string | undefined): void {
  if (reports === null)
    throw new OperatorRefusal(({ quota }) => quota.noSuchReader({ reader: reader ?? "" }));
  const { quota } = output.words;
  const limited = reader !== undefined || reports.some(({ limit }) => limit !== null);
  const lines = limited ? reports.map((report) => describe(output, report)) : [quota.serverWithoutLimit];
  const [{ resetAt: moment } = { resetAt: "" }] = reports;
  output.answer({ reader: reader ?? null, quotas: reports }, [
    ...lines,
    ...(limited ? [output.paint("dim", quota.until({ moment }))] : []),
  ]);
}

function describe(
  { paint, words: { quota } }: Output,
  { quota: kind, used, limit, own }: QuotaReport,
): string {
  const name = quota.names[kind];
  if (limit === null) return quota.usedWithoutLimit({ name, used });
  const line = paint(used < limit ? "green" : "red", quota.used({ name, used, limit }));
  return own ? `${line}  (${quota.own})` : line;
}
