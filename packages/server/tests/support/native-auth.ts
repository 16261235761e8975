import { pino } from "pino";
import { createNativeAuth } from "../../src/better-auth/native/native-auth.ts";
import { Keyring } from "../../src/config/keyring.ts";
import type { Database } from "../../src/database/database.ts";

/** Better Auth as its endpoints see it, without our guards. */
export const createTestNativeAuth = (database: Database) =>
  createNativeAuth({
    database,
    keyring: new Keyring([{ id: "1", secret: "a secret of this server, long enough" }]),
    log: pino({ level: "silent" }),
    publicUrl: "http://localhost:7860",
    audience: "http://localhost:7860",
    allowedOrigins: ["http://localhost:7860"],
  });
