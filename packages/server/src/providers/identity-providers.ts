import type { Clock } from "../clock.ts";
import { type IdentityProviderConfig, knownProviders } from "../config/identity-providers.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import { createOpenIdProvider } from "./openid-connect.ts";

/** The providers that are switched on. Each is made at its first use: most servers have one or none. */
export function createIdentityProviders(deps: {
  readonly configs: readonly IdentityProviderConfig[];
  readonly clock: Clock;
}) {
  const made = new Map<string, Promise<IdentityProvider>>();

  async function make(config: IdentityProviderConfig): Promise<IdentityProvider> {
    if (config.kind === "openid") return createOpenIdProvider(config, deps);
    const { createKnownProvider } = await import("../better-auth/known-providers.ts");
    return createKnownProvider(config);
  }

  return {
    /** By name, as readers see them. */
    list: deps.configs.map(({ id, name }) => ({ id, name })),

    async find(id: string): Promise<IdentityProvider | undefined> {
      const config = deps.configs.find((candidate) => candidate.id === id);
      if (!config) return undefined;
      const provider = made.get(id) ?? make(config);
      made.set(id, provider);
      return provider;
    },

    /** What a stored link is called, also where its provider has been switched off since. */
    describe(accountsOf: string): { id: string; name: string } {
      const config = deps.configs.find((candidate) => candidate.accountsOf === accountsOf);
      if (config) return { id: config.id, name: config.name };
      const [id = accountsOf, ...rest] = accountsOf.split(":");
      const known: Readonly<Record<string, { readonly name: string }>> = knownProviders;
      return { id, name: known[id]?.name ?? (URL.parse(rest.join(":"))?.hostname || id) };
    },
  };
}

export type IdentityProviders = ReturnType<typeof createIdentityProviders>;
