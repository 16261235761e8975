// Writes packages/server/schema.sql: the schema that the migrations make, from an embedded database in memory.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { embedded } from "../packages/server/src/database/database.ts";
import { describeSchema } from "../packages/server/src/database/describe-schema.ts";
import { migrateToLatest } from "../packages/server/src/database/migrate.ts";
import { startPglite } from "../packages/server/src/database/pglite.ts";
import { repositoryRoot } from "./repository-paths.mjs";

const database = embedded(await startPglite(), "PGlite in memory");
await migrateToLatest(database.db);
writeFileSync(join(repositoryRoot, "packages/server/schema.sql"), await describeSchema(database.db));
await database.close();
