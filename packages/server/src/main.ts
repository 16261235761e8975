// Starts the process. Everything that can go wrong before it serves is one clear sentence and exit code 1.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findFreePort, requireFreePort } from "./cli/free-port.ts";
import { explainStartFailure } from "./cli/start-failure.ts";
import { startScreen } from "./cli/start-screen.ts";
import { defaultPort } from "./config/config.ts";
import { loadConfig, readEnvironment } from "./config/load.ts";
import { createLog } from "./log.ts";
import { startServer } from "./server.ts";

const startedMs = performance.now();

try {
  const settings = readEnvironment();
  const mayMove = settings.PORT === undefined && settings.BOOKPLATE_ENV !== "production";
  const port = mayMove ? await findFreePort(defaultPort, settings.HOST ?? "127.0.0.1") : defaultPort;
  const secretExisted = existsSync(join(settings.BOOKPLATE_DATA_DIR ?? "data", "secret"));
  const config = loadConfig(settings, { port });
  const log = createLog(config.logLevel);
  await requireFreePort(config.http.port, config.http.host);
  const server = await startServer(config, log);
  const screen = startScreen({
    config,
    server,
    portMoved: mayMove && port !== defaultPort,
    secretGenerated: settings.BOOKPLATE_SECRET === undefined && !secretExisted,
    startedInMs: performance.now() - startedMs,
    stream: process.stdout,
  });
  process.stdout.write(screen);

  let closing = false;
  const shutDown = async () => {
    // A second Ctrl+C does not wait.
    if (closing) process.exit(1);
    closing = true;
    await server.close();
    process.exit(0);
  };
  process.on("SIGINT", shutDown);
  process.on("SIGTERM", shutDown);
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
