import { sql } from "kysely";
import { pino } from "pino";
import { expect, test } from "vitest";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { startEmbeddingsServer } from "./support/embeddings-server.ts";
import { startTestServer } from "./support/server.ts";

test("a database that cannot have the extension vector searches by words, says so once, and asks no model", async () => {
  const database = await openPreparedDatabase();
  // In the way of the extension, wherever these tests run.
  await sql`create type vector as enum ('none')`.execute(database.db);
  const provider = await startEmbeddingsServer();
  let log = "";
  const write = (line: string) => {
    log += line;
  };
  const settings = { LLM_BASE_URL: provider.baseUrl, EMBEDDINGS_MODEL: "concepts-1" };
  const server = await startTestServer(
    settings,
    { database, clock: createTestClock() },
    pino({ level: "info" }, { write }),
  );
  for (const question of ["vinegar", "hurricane approaching"]) {
    const answer = await fetch(`${server.url}/api/v1/book/search?q=${encodeURIComponent(question)}`);
    const { items } = (await answer.json()) as { items: { url: string }[] };
    expect(items[0]?.url).toBe(question === "vinegar" ? "/lamp#cleaning" : undefined);
  }
  expect(log.match(/no extension vector/g)).toHaveLength(1);
  expect(provider.requests).toEqual([]);
  await server.close();
  await database.close();
  await provider.close();
});
