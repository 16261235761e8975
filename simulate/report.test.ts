import { expect, test } from "vitest";
import { readPages } from "../scripts/documentation/code-blocks.ts";
import { createFacts } from "./facts.ts";
import { type Results, renderReaders, renderThieves } from "./report.ts";

const markdown = readPages().find(({ page }) => page === "how-sessions-hold")?.markdown ?? "";
const cellsOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => /^\| (?!---)/.test(line))
    .map((line) => line.slice(2, -2).split(" | "));

const nobody: Results = {
  kind: "PGlite",
  database: "PGlite, one node",
  size: { readers: 0, tabs: 0, days: 0, restartEvery: 1, failOverEvery: 1 },
  facts: createFacts(),
  thefts: [],
  paceKeepers: [],
};

test("the page of the simulation prints what the simulation reports, row by row", () => {
  const titles = cellsOf(renderReaders([nobody])).map(([title]) => title);
  const written = cellsOf(markdown);
  expect(written.slice(0, titles.length).map(([title]) => title)).toEqual(titles);
  expect(written[titles.length]).toEqual(cellsOf(renderThieves([]))[0]);
});

test("the page of the simulation shows no false sign-out and no thief who stayed", () => {
  const bold = cellsOf(markdown).flatMap((cells) => cells.slice(1).filter((cell) => cell.startsWith("**")));
  expect(bold.length).toBeGreaterThan(4);
  expect(new Set(bold)).toEqual(new Set(["**0**"]));
});
