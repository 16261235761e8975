import { loadConfig, readEnvironment } from "../config/load.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { type Operations, reachDatabase } from "./operations.ts";
import type { Output } from "./output.ts";

/** Does something with the database of these settings, if its schema is that of this program. */
export async function withOperations(
  output: Output,
  act: (operations: Operations) => Promise<void>,
): Promise<void> {
  const reached = await reachDatabase(loadConfig(readEnvironment()), output.words);
  try {
    const migrations = await reached.operations.migrations();
    if (migrations.some(({ appliedAt }) => appliedAt === undefined))
      throw new OperatorRefusal(({ keys }) => keys.schemaOld);
    await act(reached.operations);
  } finally {
    await reached.close();
  }
}
