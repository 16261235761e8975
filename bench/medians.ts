import { availableParallelism, loadavg, totalmem } from "node:os";

/** The middle of the sorted values; of an even number the upper one of both. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** What a figure cannot be read without. */
export function describeMachine(): string {
  const load = loadavg()[0]?.toFixed(1);
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores, ${gib} GiB, Node ${process.versions.node}, load ${load} before`;
}

/** One row of a Markdown table. */
export function writeRow(cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
