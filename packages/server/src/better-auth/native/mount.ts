import type { Audit } from "../../audit/audit.ts";
import { type AdoptSessionDeps, createAdoptSession, type StartedSession } from "./adopt-session.ts";
import { keepFlowCookies, listFlowCookies } from "./flow-cookies.ts";
import type { NativeAuth, NativeAuthDeps } from "./native-auth.ts";
import { createPasskeys } from "./passkeys.ts";
import { deleteExpiredChallenges } from "./queries.ts";
import { currentRequest, type NativeRequest } from "./request.ts";

export interface HandedOverRequest extends Omit<NativeRequest, "started"> {
  readonly method: string;
  /** Below the base path; one of the endpoints that are on. */
  readonly path: string;
  readonly search: string;
  readonly cookie: string | undefined;
  /** Undefined for methods without one. */
  readonly body: unknown;
}

export interface NativeAnswer {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
  readonly started: StartedSession | undefined;
}

export type NativeMountDeps = AdoptSessionDeps &
  Omit<NativeAuthDeps, "adoptSession" | "passkeys"> & { readonly audit: Audit };

/**
 * Better Auth behind our guards. Nothing of a request reaches it but what is named here, and nothing of its
 * answer leaves but status, JSON and the cookie of a passkey's challenge. It is loaded at its first use:
 * most servers never see one, and passkeys weigh.
 */
export function createNativeMount(deps: NativeMountDeps) {
  const passkeys = createPasskeys(deps);
  const adoptSession = createAdoptSession(deps);
  let loading: Promise<NativeAuth> | undefined;

  async function load(): Promise<NativeAuth> {
    const { createNativeAuth } = await import("./native-auth.ts");
    return createNativeAuth({ ...deps, passkeys, adoptSession });
  }

  return {
    passkeys,
    adoptSession,

    /** Removes challenges whose time is over. */
    purge: () => deleteExpiredChallenges(deps.database, deps.clock.now()),

    /** @throws what our plugins refuse, as everywhere; Better Auth's own refusals are answers */
    async answer(request: HandedOverRequest): Promise<NativeAnswer> {
      loading ??= load();
      const auth = await loading;
      const { method, path, search, body, principal, device, keyThumbprint } = request;
      const cookie = keepFlowCookies(request.cookie);
      const address = new URL(`/api/auth${path}${search}`, deps.publicUrl);
      const headers = new Headers({
        // Ours has been checked by now; Better Auth asks for one wherever there is a cookie.
        origin: address.origin,
        "user-agent": device.userAgent,
        "x-bookplate-client-ip": device.ipAddress,
        ...(cookie !== undefined && { cookie }),
        ...(body !== undefined && { "content-type": "application/json" }),
      });
      const passedOn = new Request(address, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const context: NativeRequest = { principal, device, keyThumbprint };
      const response = await currentRequest.run(context, () => auth.handler(passedOn));
      return {
        status: response.status,
        body: await response.text(),
        cookies: listFlowCookies(response.headers),
        started: context.started,
      };
    },
  };
}

export type NativeMount = ReturnType<typeof createNativeMount>;
