// Weighs what Bookplate adds to a book, and fails when a part has grown past its budget.
import { budgets } from "./weight/budgets.ts";
import { buildWeighedBook } from "./weight/weighed-book.ts";
import { isWithin, weightTable } from "./weight/weight-table.ts";

const book = await buildWeighedBook();
const weights = budgets.map(({ weigh, ...budget }) => ({ ...budget, bytes: weigh(book) }));
process.stdout.write(`${weightTable(weights)}\n`);
if (!weights.every(isWithin)) {
  process.stderr.write("A part of the book is too heavy, or was renamed: scripts/weight/budgets.ts\n");
  process.exitCode = 1;
}
