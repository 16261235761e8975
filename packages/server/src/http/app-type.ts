import { OpenAPIHono } from "@hono/zod-openapi";
import type { RoleTable } from "../roles/roles.ts";
import type { KeyProof } from "../sessions/key-proof.ts";
import type { Principal } from "../sessions/principal.ts";
import type { TakeForIdentifier } from "./limit-requests.ts";
import { refuseInvalid } from "./validation.ts";

/** What middleware leaves on the request for the handlers behind it. */
export interface Variables {
  requestId: string;
  /** The reader's network address, found once by `client-address.ts`. */
  clientAddress: string;
  /** Who asks, proven by an access token; only behind `requireSession` or `optionalSession`. */
  principal: Principal | undefined;
  /** What roles may do on this server; only behind `requireSession`. */
  roleTable: RoleTable | undefined;
  /** What a browser that signs in will be known again by. */
  browserToken: string | undefined;
  /** Takes points for an account as it was named; only behind `limit`. */
  takeForIdentifier: TakeForIdentifier | undefined;
  /** The key that the request's proof shows, once somebody has looked; see `key-proofs.ts`. */
  keyProof: KeyProof | undefined;
}

export type HttpEnv = { Variables: Variables };

export type HttpApp = OpenAPIHono<HttpEnv>;

/** Every room's routes start from this, so that bad input is answered alike everywhere. */
export function createHttpApp(): HttpApp {
  return new OpenAPIHono<HttpEnv>({ defaultHook: refuseInvalid });
}
