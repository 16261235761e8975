import { z } from "zod";
import { heldThings } from "../secrets/holding.ts";
import type { ControlRequest } from "./control-socket.ts";
import type { KeyOperations } from "./key-operations.ts";

const keySchema = z.object({
  kid: z.string(),
  state: z.enum(["next", "signs", "verifies", "over"]),
  activatesAt: z.string(),
});
const heldSchema = z.array(z.object({ thing: z.enum(heldThings), count: z.number() }));
const secretsSchema = z.array(
  z.object({ id: z.string(), state: z.enum(["mints", "verifies", "not-listed"]), needs: heldSchema }),
);
const removedSchema = z.object({ signs: z.string() }).nullable();
const movedSchema = z.object({ keys: z.number(), letters: z.number() });

/** A request before its language is known. */
type Request = ControlRequest extends infer Each
  ? Each extends unknown
    ? Omit<Each, "language">
    : never
  : never;

/** The keys' operations, done by the server that is asked. */
export function keysOf(ask: (request: Request) => Promise<unknown>): KeyOperations {
  return {
    listKeys: async () => z.array(keySchema).parse(await ask({ operation: "listKeys" })),
    rotateKeys: async () => keySchema.nullable().parse(await ask({ operation: "rotateKeys" })) ?? undefined,
    removeKey: async (kid) => removedSchema.parse(await ask({ operation: "removeKey", kid })) ?? undefined,
    listSecrets: async () => secretsSchema.parse(await ask({ operation: "listSecrets" })),
    reencrypt: async () => movedSchema.parse(await ask({ operation: "reencrypt" })),
    forgetSecret: async (id) => heldSchema.parse(await ask({ operation: "forgetSecret", id })),
  };
}
