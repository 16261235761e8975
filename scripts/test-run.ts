// Runs the steps that were asked for (all without an argument), each to its end, whatever the ones before it found.
import { makeDatabaseImageIfNeeded } from "./database-image.mjs";
import { installMissingDebianPackages } from "./debian-packages.ts";
import { addCounts, describeCounts, noTests, type TestCounts } from "./test-counts.ts";
import { selectSteps, testSteps } from "./test-steps.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);
const secondsSince = (startedAt: number) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

// Some tools colour their output on CI, where a log shows the codes instead of colours.
if (!process.stdout.isTTY) process.env.NO_COLOR = "1";

function stopAt(problem: string | undefined): void {
  if (problem === undefined) return;
  print(problem);
  process.exit(1);
}

let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    interrupted = true;
  });
}

const selection = selectSteps(process.argv.slice(2));
if ("unknown" in selection) {
  print(
    `No step is called ${selection.unknown}. There are: ${testSteps.map((step) => step.name).join(", ")}.`,
  );
  process.exit(1);
}
// They come while the steps run that need none.
const installed = installMissingDebianPackages(selection.steps.flatMap((step) => step.debianPackages ?? []));
stopAt(
  await Promise.race([
    installed,
    new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined))),
  ]),
);
const imageMade = selection.steps.some((step) => step.startsServers)
  ? makeDatabaseImageIfNeeded()
  : undefined;

let total: TestCounts = noTests;
const summary: string[] = [];
for (const step of selection.steps) {
  if (step.debianPackages) stopAt(await installed);
  if (step.startsServers) await imageMade;
  print(`\n── ${step.title}`);
  const startedAt = performance.now();
  const counts = await step.run();
  if (interrupted) process.exit(130);
  total = addCounts(total, counts);
  summary.push(
    `${counts.failed === 0 ? "ok    " : "FAILED"} ${step.title} · ${describeCounts(counts)} · ${secondsSince(startedAt)}`,
  );
  print(summary.at(-1) ?? "");
}
print(`\n${summary.join("\n")}\n`);
if (total.unsteady) print(`Passed only at the second try, to be mended:\n${total.unsteady.join("\n")}\n`);
print(describeCounts(total));
process.exitCode = total.failed === 0 ? 0 : 1;
