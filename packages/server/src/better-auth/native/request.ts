import { AsyncLocalStorage } from "node:async_hooks";
import type { Principal } from "../../sessions/principal.ts";
import type { Device } from "../../sessions/service.ts";
import type { StartedSession } from "./adopt-session.ts";

/** What our guards found out about a request that Better Auth answers, and what its plugins leave for us. */
export interface NativeRequest {
  readonly principal: Principal | undefined;
  readonly device: Device;
  /** The key that a session which begins now is bound to. */
  readonly keyThumbprint: string | undefined;
  /** A session that began while the request was answered. */
  started?: StartedSession;
}

/** Plugins are built once and know no request of ours; this brings the current one to them. */
export const currentRequest = new AsyncLocalStorage<NativeRequest>();
