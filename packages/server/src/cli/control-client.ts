import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type ControlRequest, socketPath } from "./control-socket.ts";
import type { Operations } from "./operations.ts";
import { CommandRefusal } from "./refusal.ts";

const answerSchema = z.union([z.object({ result: z.unknown() }), z.object({ error: z.string() })]);
const migrationsSchema = z.array(
  z.object({ name: z.string(), appliedAt: z.string().optional() }).transform(({ name, appliedAt }) => ({
    name,
    appliedAt,
  })),
);
const sizeSchema = z.object({ pages: z.number(), passages: z.number() }).nullable();
const descriptionSchema = z.object({ description: z.string(), postgres: z.number() });

/** The operations of the server that runs on this data directory, or nothing where none runs. */
export async function askServer(dataDirectory: string): Promise<Operations | undefined> {
  const path = socketPath(dataDirectory);
  const socket = path === undefined ? undefined : await reach(path);
  if (path === undefined || !socket) return undefined;
  socket.destroy();
  return {
    migrations: async () => migrationsSchema.parse(await ask(path, { operation: "migrations" })),
    index: async (directory) =>
      sizeSchema.parse(await ask(path, { operation: "index", directory })) ?? undefined,
    describe: async () => descriptionSchema.parse(await ask(path, { operation: "describe" })),
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
  if (!socket) throw new CommandRefusal("The server that had the database open has ended. Try again.");
  const line = new Promise<string>((resolve, reject) => {
    const gone = () => reject(new CommandRefusal("The server ended before it answered. Try again."));
    createInterface({ input: socket }).once("line", resolve).once("close", gone);
    socket.once("error", gone);
  });
  socket.write(`${JSON.stringify(request)}\n`);
  const answer = answerSchema.parse(JSON.parse(await line));
  if ("error" in answer) throw new CommandRefusal(answer.error);
  return answer.result;
}
