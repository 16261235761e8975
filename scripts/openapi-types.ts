// Makes the client's types from the OpenAPI document of a server that really runs. With `--check` it only
// says whether the committed file still fits.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateTypes } from "../packages/openapi-types/src/generate.ts";
import { findFreePort } from "./free-port.ts";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";
import { startSupervised } from "./supervised-process.ts";
import { waitUntil } from "./wait-until.ts";

const startTimeoutMs = 120_000;
const generatedFile = join(repositoryRoot, "packages/client/src/api.gen.ts");

async function readDocument(): Promise<string> {
  const port = await findFreePort();
  const directory = mkdtempSync(join(tmpdir(), "bookplate-openapi-"));
  const server = startSupervised([installedNode, join(repositoryRoot, "packages/server/src/main.ts")], {
    directory,
    stopSignal: "TERM",
    environment: {
      PATH: process.env.PATH,
      PORT: String(port),
      BOOKPLATE_DATA_DIR: directory,
      // Its route exists only with it.
      INTROSPECTION_TOKEN: randomBytes(32).toString("hex"),
    },
  });
  try {
    return await waitUntil("the server's OpenAPI document", startTimeoutMs, async () => {
      if (server.hasEnded()) throw new Error(`The server ended.\n${server.output()}`);
      // Nobody listens at first.
      const answer = await fetch(`http://localhost:${port}/api/v1/openapi.json`).catch(() => undefined);
      return answer?.ok ? answer.text() : undefined;
    });
  } finally {
    await server.stop();
  }
}

const types = await generateTypes(await readDocument());
if (!process.argv.includes("--check")) {
  writeFileSync(generatedFile, types);
} else if (readFileSync(generatedFile, "utf8") !== types) {
  process.stderr.write("The client's types do not fit the server's routes any more: npm run openapi-types\n");
  process.exitCode = 1;
}
