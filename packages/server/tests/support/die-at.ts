// Preloaded into a server (`node --import`): kills its process at a statement of a transaction.
import { writeFileSync } from "node:fs";
import type { Death } from "./mortal-server.ts";
import { observeTransactions } from "./transaction-statements.ts";

let death: Death | undefined;
let step = 0;

process.on("message", (message: Death) => {
  death = message;
  step = 0;
  process.send?.("armed");
});

observeTransactions((statement) => {
  if (!death) return;
  step += 1;
  const isHere = typeof death.at === "number" ? death.at === step : statement.includes(death.at);
  if (!isHere) return;
  writeFileSync(death.file, statement);
  process.kill(process.pid, "SIGKILL");
});
