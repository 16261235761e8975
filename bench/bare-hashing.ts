// What one core can do and nothing else: checks one password again and again for some seconds, and prints how often
// per second. Run in a process of its own on the core of the servers.
import { createRequire } from "node:module";

const ofServer = createRequire(new URL("../packages/server/package.json", import.meta.url));
const { hashSync, verifySync } = ofServer("@node-rs/bcrypt") as {
  hashSync(password: string, options: { cost: number }): string;
  verifySync(password: string, stored: string): boolean;
};

const [cost = "12", seconds = "5"] = process.argv.slice(2);
const stored = hashSync("correct horse battery", { cost: Number(cost) });
const startedAt = performance.now();
let checks = 0;
let elapsedMs = 0;
while (elapsedMs < Number(seconds) * 1_000) {
  verifySync("correct horse battery", stored);
  checks += 1;
  elapsedMs = performance.now() - startedAt;
}
process.stdout.write(`${(checks / elapsedMs) * 1_000}\n`);
