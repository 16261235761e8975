#!/usr/bin/env node
// The command `bookplate`. Plain JavaScript that an old Node understands: the program needs the Node that npm
// installed, and goes on there when this one is too old for it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const neededMajor = 24;
const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

function findNode(folder) {
  const node = join(folder, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(node)) return node;
  return dirname(folder) === folder ? undefined : findNode(dirname(folder));
}

function runOn(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // A terminal sends Ctrl+C to the child as well; passed on it would look like an impatient second one.
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on("close", (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

if (Number.parseInt(process.versions.node, 10) >= neededMajor) {
  await import(main);
} else {
  const node = findNode(dirname(main));
  if (node) runOn(node);
  else {
    process.stderr.write(
      `Bookplate needs Node ${neededMajor}; npm brings it: run \`npm ci\` in the checkout.\n`,
    );
    process.exitCode = 1;
  }
}
