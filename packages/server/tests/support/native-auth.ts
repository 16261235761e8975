import { pino } from "pino";
import { createNativeAuth } from "../../src/better-auth/native/native-auth.ts";
import { Keyring } from "../../src/config/keyring.ts";
import type { Database } from "../../src/database/database.ts";
import { createTestClock } from "./clock.ts";

function neverAsked(): never {
  throw new Error("This object only shows what it is made of.");
}

/** Better Auth as its endpoints see it, to be looked at and not to be asked. */
export const createTestNativeAuth = (database: Database) =>
  createNativeAuth({
    database,
    keyring: new Keyring([{ id: "1", secret: "a secret of this server, long enough" }]),
    clock: createTestClock(),
    log: pino({ level: "silent" }),
    publicUrl: "http://localhost:7860",
    audience: "http://localhost:7860",
    bookUrl: "http://localhost:7860",
    allowedOrigins: ["http://localhost:7860"],
    adoptSession: neverAsked,
    passkeys: { confirmAdded: neverAsked, remove: neverAsked, rename: neverAsked },
  });
