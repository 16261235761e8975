import type { NativeAuth, NativeAuthDeps } from "./native-auth.ts";
import { currentRequest, type NativeRequest } from "./request.ts";

export interface HandedOverRequest extends NativeRequest {
  readonly method: string;
  /** Below the base path; one of the endpoints that are on. */
  readonly path: string;
  readonly search: string;
  /** Undefined for methods without one. */
  readonly body: unknown;
}

export interface NativeAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Better Auth behind our guards. Nothing of a request reaches it but what is named here, and nothing of its
 * answer leaves but status and JSON: no cookie, no header. It is loaded at its first use: most servers never
 * see one.
 */
export function createNativeMount(deps: NativeAuthDeps) {
  let loading: Promise<NativeAuth> | undefined;

  async function load(): Promise<NativeAuth> {
    const { createNativeAuth } = await import("./native-auth.ts");
    return createNativeAuth(deps);
  }

  return {
    /** @throws what our plugins refuse, as everywhere; Better Auth's own refusals are answers */
    async answer(request: HandedOverRequest): Promise<NativeAnswer> {
      loading ??= load();
      const auth = await loading;
      const { method, path, search, body, principal, device } = request;
      const address = new URL(`/api/auth${path}${search}`, deps.publicUrl);
      const headers = new Headers({
        // Ours has been checked by now.
        origin: address.origin,
        "user-agent": device.userAgent,
        "x-bookplate-client-ip": device.ipAddress,
        ...(body !== undefined && { "content-type": "application/json" }),
      });
      const passedOn = new Request(address, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const response = await currentRequest.run({ principal, device }, () => auth.handler(passedOn));
      return { status: response.status, body: await response.text() };
    },
  };
}

export type NativeMount = ReturnType<typeof createNativeMount>;
