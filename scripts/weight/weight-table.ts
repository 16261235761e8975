/** What a part of the book weighs beside what it may weigh. */
export interface Weight {
  readonly what: string;
  readonly limitKb: number;
  readonly bytes: number | undefined;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** Whether a part is within its budget. A part that is not found is a fault. */
export const isWithin = ({ bytes, limitKb }: Weight) => bytes !== undefined && bytes <= limitKb * 1000;

function mark(weight: Weight): string {
  if (isWithin(weight)) return "";
  return weight.bytes === undefined ? " (NOT FOUND)" : " (TOO HEAVY)";
}

/** The table that is printed, and that the book shows: Markdown that lines up in a terminal too. */
export function weightTable(weights: readonly Weight[]): string {
  const rows = [
    ["What", "KB", "Budget"],
    ...weights.map((weight) => [
      `${weight.what}${mark(weight)}`,
      weight.bytes === undefined ? "–" : kilobytes(weight.bytes),
      `≤ ${weight.limitKb}`,
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => {
    const [what = "", weight = "", limit = ""] = row;
    return `| ${what.padEnd(widths[0] ?? 0)} | ${weight.padStart(widths[1] ?? 0)} | ${limit.padStart(widths[2] ?? 0)} |`;
  });
  const [wide = 0, ...narrow] = widths;
  const rule = `|${"-".repeat(wide + 2)}|${narrow.map((width) => `${"-".repeat(width + 1)}:`).join("|")}|`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}
