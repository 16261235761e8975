import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { z } from "zod";
import { OperatorRefusal } from "../operator-refusal.ts";
import { auditReportSchema } from "./audit-operations.ts";
import { adminOf } from "./control-admin.ts";
import { invitationsOf } from "./control-invite.ts";
import { keysOf } from "./control-keys.ts";
import { mailOf } from "./control-mail.ts";
import { type ControlRequest, socketPath } from "./control-socket.ts";
import type { Operations } from "./operations.ts";
import { quotaReportsSchema } from "./quota-operations.ts";
import { importReportSchema } from "./user-requests.ts";

const answerSchema = z.union([z.object({ result: z.unknown() }), z.object({ error: z.string() })]);
const migrationsSchema = z.array(
  z.object({ name: z.string(), appliedAt: z.string().optional() }).transform(({ name, appliedAt }) => ({
    name,
    appliedAt,
  })),
);
const sizeSchema = z.object({ pages: z.number(), passages: z.number() }).nullable();
const descriptionSchema = z.object({ description: z.string(), postgres: z.number(), vectors: z.boolean() });

/**
 * The operations of the server that runs on this data directory, or nothing where none runs.
 *
 * @param language - of the refusals that come back
 */
export async function askServer(dataDirectory: string, language: string): Promise<Operations | undefined> {
  const path = socketPath(dataDirectory);
  const socket = path === undefined ? undefined : await reach(path);
  if (path === undefined || !socket) return undefined;
  socket.destroy();
  return {
    ...keysOf((request) => ask(path, { ...request, language })),
    ...adminOf((request) => ask(path, { operation: "admin", request, language })),
    ...invitationsOf((request) => ask(path, { operation: "invitations", request, language })),
    ...mailOf((request) => ask(path, { operation: "mail", request, language })),
    migrations: async () => migrationsSchema.parse(await ask(path, { operation: "migrations", language })),
    index: async (directory) =>
      sizeSchema.parse(await ask(path, { operation: "index", directory, language })) ?? undefined,
    importUsers: async (users) =>
      importReportSchema.parse(await ask(path, { operation: "importUsers", users, language })),
    verifyAudit: async (noted) =>
      auditReportSchema.parse(await ask(path, { operation: "audit", noted, language })),
    quotas: async (request) =>
      quotaReportsSchema.parse(await ask(path, { operation: "quotas", request, language })),
    describe: async () => descriptionSchema.parse(await ask(path, { operation: "describe", language })),
  };
}

function reach(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(socket));
    // Nothing there, or left over from a killed process.
    socket.once("error", () => resolve(undefined));
  });
}

async function ask(path: string, request: ControlRequest): Promise<unknown> {
  const socket = await reach(path);
  if (!socket) throw new OperatorRefusal(({ failures }) => failures.serverEnded);
  const line = new Promise<string>((resolve, reject) => {
    const gone = () => reject(new OperatorRefusal(({ failures }) => failures.serverEndedEarly));
    createInterface({ input: socket }).once("line", resolve).once("close", gone);
    socket.once("error", gone);
  });
  socket.write(`${JSON.stringify(request)}\n`);
  const answer = answerSchema.parse(JSON.parse(await line));
  if ("error" in answer) throw new OperatorRefusal(() => answer.error);
  return answer.result;
}
