import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../scripts/free-port.ts";
import { installedNode, repositoryRoot } from "../../scripts/repository-paths.mjs";
import { startSupervised } from "../../scripts/supervised-process.ts";
import { waitUntil } from "../../scripts/wait-until.ts";

const startTimeoutMs = 120_000;
const example = join(repositoryRoot, "examples", "own-api");

/** The example of a service that is guarded by Bookplate's guard. */
export interface OwnApi {
  ask(method: string, path: string, accessToken?: string): Promise<Response>;
  stop(): Promise<void>;
}

/** @throws {Error} with what it said, when it does not answer */
export async function startOwnApi(file: string, environment: NodeJS.ProcessEnv): Promise<OwnApi> {
  const port = await findFreePort();
  const { PATH, HOME } = process.env;
  const service = startSupervised([installedNode, join(example, file)], {
    directory: mkdtempSync(join(tmpdir(), "bookplate-own-api-")),
    stopSignal: "TERM",
    environment: { PATH, HOME, PORT: String(port), ...environment },
  });
  const ask: OwnApi["ask"] = (method, path, accessToken) =>
    fetch(`http://localhost:${port}${path}`, {
      method,
      headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` },
      ...(method === "POST" && { body: "Ask about the index" }),
    });
  try {
    await waitUntil(`${file} answers`, startTimeoutMs, async () => {
      if (service.hasEnded()) throw new Error(`It ended.\n${service.output()}`);
      return await ask("GET", "/whoami").catch(() => undefined);
    });
  } catch (error) {
    await service.stop();
    throw error;
  }
  return { ask, stop: service.stop };
}
