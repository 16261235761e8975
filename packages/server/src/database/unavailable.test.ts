import pg from "pg";
import { describe, expect, test } from "vitest";
import { isDatabaseUnavailable } from "./unavailable.ts";
import { DatabaseSilentError } from "./within-time.ts";

/** As Postgres, or a pooler before it, says that something is wrong. */
function said(severity: string, code: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError("said by Postgres", 0, "error"), { severity, code });
}

/** As Node says it of a socket, or of a file. */
const ofSystem = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

describe("the database is away when", () => {
  test.each([
    ["an operator ends the connection", said("FATAL", "57P01")],
    ["its session ends for a reason that nobody has heard of", said("FATAL", "XX000")],
    ["it lets nobody in for a while", said("FATAL", "55000")],
    ["a server that speaks another language starts", said("致命错误", "57P03")],
    ["there are too many connections", said("SCHWERWIEGEND", "53300")],
    ["a pooler has lost its server", said("ERROR", "08P01")],
    ["it is a copy that cannot be written", said("ERROR", "25006")],
    ["nobody listens", ofSystem("ECONNREFUSED", "connect")],
    ["its name is not found", ofSystem("EAI_AGAIN", "getaddrinfo")],
    ["its machine cannot be reached", ofSystem("EHOSTUNREACH", "connect")],
    ["its socket is not there", ofSystem("ENOENT", "connect")],
    ["the connection breaks under a statement", ofSystem("ECONNRESET", "read")],
    ["the connection is closed already", ofSystem("ERR_STREAM_DESTROYED", "write")],
    ["both addresses of its name refuse", Object.assign(new AggregateError([]), { code: "ECONNREFUSED" })],
    ["it does not answer", new DatabaseSilentError(1)],
    ["the rollback finds a broken connection", new Error("Client was closed and is not queryable")],
    ["a connection ends by itself", new Error("Connection terminated unexpectedly")],
    ["no connection becomes free", new Error("timeout exceeded when trying to connect")],
  ])("%s", (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(true);
  });
});

describe("the database is there when", () => {
  test.each([
    ["a row exists already", said("ERROR", "23505")],
    ["transactions have waited for each other", said("ERROR", "40P01")],
    ["a statement is wrong", said("ERROR", "42601")],
    ["a file of the book is missing", ofSystem("ENOENT", "open")],
    ["a program is wrong", new TypeError("x is not a function")],
    ["nothing was thrown that is an error", "Connection terminated"],
  ])("%s", (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});
