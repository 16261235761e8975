import { vi } from "vitest";
import type { Authenticator, Ceremony } from "./authenticator.ts";

interface Asked {
  readonly publicKey: {
    readonly challenge: ArrayBuffer;
    readonly rpId?: string;
    readonly rp?: { readonly id: string };
  };
}

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "base64url")).buffer;

/**
 * What a browser's page has for passkeys (Web Authentication Level 3, section 5.1), for clients that run in Node.
 *
 * @param authenticator - whose key the reader uses
 * @param origin - of the page
 */
export function giveCredentials(authenticator: Authenticator, origin: string): void {
  async function answer({ publicKey }: Asked, act: (ceremony: Ceremony) => { id: string; response: object }) {
    const challenge = Buffer.from(publicKey.challenge).toString("base64url");
    const rpId = publicKey.rpId ?? publicKey.rp?.id ?? "";
    const { id, response } = act({ challenge, rpId, origin });
    const members = Object.entries(response).filter(([, value]) => typeof value === "string");
    return {
      id,
      rawId: bytes(id),
      type: "public-key",
      response: Object.fromEntries(members.map(([name, value]) => [name, bytes(String(value))])),
      getClientExtensionResults: () => ({}),
    };
  }
  vi.stubGlobal("PublicKeyCredential", class {});
  vi.stubGlobal("navigator", {
    credentials: {
      create: (asked: Asked) => answer(asked, authenticator.register),
      get: (asked: Asked) => answer(asked, authenticator.authenticate),
    },
  });
}

export function takeCredentials(): void {
  vi.unstubAllGlobals();
}
