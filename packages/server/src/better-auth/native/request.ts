import { AsyncLocalStorage } from "node:async_hooks";
import type { Principal } from "../../sessions/principal.ts";
import type { Device } from "../../sessions/service.ts";

/** What our guards found out about a request that Better Auth answers. */
export interface NativeRequest {
  readonly principal: Principal | undefined;
  readonly device: Device;
}

/** Plugins are built once and know no request of ours; this brings the current one to them. */
export const currentRequest = new AsyncLocalStorage<NativeRequest>();
