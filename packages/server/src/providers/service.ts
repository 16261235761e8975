// People whom somebody else vouches for: Google, GitHub, the login of a company. Who they are here is decided by us.
// See docs/decisions/028-providers.md.

import { createFlows, type FlowStart, type FlowsDeps } from "./flows.ts";
import { createLinks, createListLinks, type LinksDeps } from "./links.ts";
import { checkReturnAddress } from "./return-address.ts";
import { createProviderSignIn, type ProviderSignInDeps } from "./sign-in.ts";

export type ProvidersDeps = Omit<FlowsDeps, "findProvider"> &
  Omit<LinksDeps, "flows"> &
  Omit<ProviderSignInDeps, "flows"> & {
    readonly bookUrl: string;
    readonly allowedOrigins: readonly string[];
  };

export interface ProviderStart extends Omit<FlowStart, "returnTo" | "errorTo" | "invitationId"> {
  /** What stood in an invitation's link. */
  readonly invitation?: string | undefined;
  /** As the request says it. */
  readonly returnTo: string | undefined;
  readonly errorTo?: string | undefined;
}

export function createProviders(deps: ProvidersDeps) {
  const { providers } = deps;
  const flows = createFlows({ ...deps, findProvider: providers.find });
  const links = createLinks({ ...deps, flows });

  const pageOf = (field: string, given: string | undefined, otherwise: string) =>
    given === undefined ? otherwise : checkReturnAddress(given, { field, ...deps });

  return {
    list: providers.list,
    links,
    listLinks: createListLinks(deps),
    signIn: createProviderSignIn({ ...deps, flows }),

    /**
     * @returns where the browser goes
     * @throws {ValidationError} {ProviderNotFoundError} {ProviderUnreachableError} {ProviderAnswerError}
     * @throws {InvitationInvalidError}
     */
    async begin({ invitation, ...start }: ProviderStart): Promise<string> {
      const invitationId = await deps.signUpPolicy.recognise(invitation);
      const returnTo = pageOf("returnTo", start.returnTo, start.linkedBy ? deps.accountUrl : deps.loginUrl);
      return flows.begin({
        ...start,
        invitationId,
        returnTo,
        errorTo: pageOf("errorTo", start.errorTo, returnTo),
      });
    },

    answer: flows.answer,
    purge: flows.purge,
  };
}

export type Providers = ReturnType<typeof createProviders>;
