import { chmodSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { english, loadTerminal } from "@bookplate/messages/terminal";
import { z } from "zod";
import { chainPlaceSchema } from "./audit-operations.ts";
import { adminRequestSchema, performAdmin } from "./control-admin.ts";
import { inviteRequestSchema, performInvite } from "./control-invite.ts";
import { mailRequestSchema, performMail } from "./control-mail.ts";
import type { Operations } from "./operations.ts";
import { quotaRequestSchema } from "./quota-operations.ts";
import { explainStartFailure } from "./start-failure.ts";
import { userImportSchema } from "./user-requests.ts";

/** The system's limit for the path of a socket, with its closing byte. */
const maxPathBytes = 103;

const requestSchema = z.discriminatedUnion("operation", [
  z.object({ operation: z.literal("migrations"), language: z.string() }),
  z.object({ operation: z.literal("describe"), language: z.string() }),
  z.object({ operation: z.literal("index"), directory: z.string(), language: z.string() }),
  z.object({ operation: z.literal("importUsers"), users: userImportSchema, language: z.string() }),
  z.object({ operation: z.literal("admin"), request: adminRequestSchema, language: z.string() }),
  z.object({ operation: z.literal("invitations"), request: inviteRequestSchema, language: z.string() }),
  z.object({ operation: z.literal("mail"), request: mailRequestSchema, language: z.string() }),
  z.object({ operation: z.literal("audit"), noted: chainPlaceSchema.optional(), language: z.string() }),
  z.object({ operation: z.literal("quotas"), request: quotaRequestSchema, language: z.string() }),
  z.object({ operation: z.literal("listKeys"), language: z.string() }),
  z.object({ operation: z.literal("rotateKeys"), language: z.string() }),
  z.object({ operation: z.literal("removeKey"), kid: z.string(), language: z.string() }),
  z.object({ operation: z.literal("listSecrets"), language: z.string() }),
  z.object({ operation: z.literal("reencrypt"), language: z.string() }),
  z.object({ operation: z.literal("forgetSecret"), id: z.string(), language: z.string() }),
]);
export type ControlRequest = z.infer<typeof requestSchema>;

/** @returns nothing where the path is longer than a socket's may be */
export function socketPath(dataDirectory: string): string | undefined {
  const path = join(dataDirectory, "bookplate.sock");
  return Buffer.byteLength(path) <= maxPathBytes ? path : undefined;
}

/**
 * Lets commands of this user reach the running server: one line of JSON in, one line out. The embedded
 * database's lock is held, so whatever lies at the path is left over from a killed process.
 *
 * @returns what ends it
 */
export async function openControlSocket(
  operations: Operations,
  dataDirectory: string,
): Promise<() => Promise<void>> {
  const path = socketPath(dataDirectory);
  if (path === undefined) return async () => {};
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy()));
    createInterface({ input: socket }).once("line", async (line) => {
      socket.end(`${JSON.stringify(await answer(operations, line))}\n`);
    });
  });
  // A socket is made with the rights that the mask leaves: nobody else can connect, not even for a moment.
  const mask = process.umask(0o177);
  const listening = new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(path, resolve);
  });
  process.umask(mask);
  await listening;
  chmodSync(path, 0o600);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
}

async function answer(
  operations: Operations,
  line: string,
): Promise<{ result: unknown } | { error: string }> {
  let words = english;
  try {
    const request = requestSchema.parse(JSON.parse(line));
    words = await loadTerminal(request.language);
    return { result: (await perform(operations, request)) ?? null };
  } catch (error) {
    return { error: explainStartFailure(error, words) };
  }
}

function perform(operations: Operations, request: ControlRequest): Promise<unknown> {
  if (request.operation === "index") return operations.index(request.directory);
  if (request.operation === "importUsers") return operations.importUsers(request.users);
  if (request.operation === "admin") return performAdmin(operations, request.request);
  if (request.operation === "invitations") return performInvite(operations, request.request);
  if (request.operation === "mail") return performMail(operations, request.request);
  if (request.operation === "audit") return operations.verifyAudit(request.noted);
  if (request.operation === "quotas") return operations.quotas(request.request);
  if (request.operation === "removeKey") return operations.removeKey(request.kid);
  if (request.operation === "forgetSecret") return operations.forgetSecret(request.id);
  return operations[request.operation]();
}
