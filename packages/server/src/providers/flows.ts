// The way to a provider and back. It begins in a browser or an app that gets something to hold, goes through the
// provider with a state that counts once, and ends where the holder comes with the code that the provider's answer
// was exchanged for: no session is begun by following a link. RFC 9700, section 2.1, 4.7.
import type { Logger } from "pino";
import { hashToken, newToken } from "../accounts/secrets.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { DomainError } from "../domain-error.ts";
import { holdGuest } from "../guests/queries.ts";
import { uuidv7 } from "../uuid.ts";
import { FlowInvalidError, ProviderNotFoundError, ProviderRefusedError } from "./errors.ts";
import * as queries from "./flow-queries.ts";
import type { AuthorizationAnswer, IdentityProvider, ProvidedIdentity } from "./identity-provider.ts";
import type { ProviderFlowTable } from "./tables.ts";

export const flowLastsMs = 10 * 60_000;
/** From the provider's answer to the page that takes it up: the loading of a page. */
const answerLastsMs = 5 * 60_000;
const maxCodeCharacters = 4_096;

export interface FlowStart {
  readonly provider: string;
  /** What the browser's cookie holds, or the app. */
  readonly holder: string;
  readonly delivery: ProviderFlowTable["delivery"];
  /** Who links it, in which session; without one somebody signs in. */
  readonly linkedBy?: { readonly userId: string; readonly sessionId: string } | undefined;
  readonly guestId?: string | undefined;
  readonly invitationId?: string | null;
  readonly language: string;
  readonly returnTo: string;
  readonly errorTo: string;
}

/** What the browser brought back from the provider. */
export interface FlowAnswer extends Partial<AuthorizationAnswer> {
  readonly provider: string;
  readonly state: string | undefined;
  readonly holder: string | undefined;
}

export interface CompletedFlow {
  readonly provider: IdentityProvider;
  readonly identity: ProvidedIdentity;
  readonly linkedBy: { readonly userId: string; readonly sessionId: string } | undefined;
  readonly guestId: string | undefined;
  readonly invitationId: string | null;
  readonly language: string;
}

export interface FlowsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly publicUrl: string;
  /** Where somebody goes who comes back with a state that nobody knows. */
  readonly loginUrl: string;
  readonly findProvider: (id: string) => Promise<IdentityProvider | undefined>;
}

export function createFlows(deps: FlowsDeps) {
  const { database, clock, publicUrl } = deps;
  const after = (ms: number) => new Date(clock.now().getTime() + ms);
  const redirectUriOf = (provider: string) => `${publicUrl}/api/auth/callback/${provider}`;

  /** @throws {ProviderNotFoundError} */
  async function requireProvider(id: string): Promise<IdentityProvider> {
    const provider = await deps.findProvider(id);
    if (!provider) throw new ProviderNotFoundError();
    return provider;
  }

  type Flow = NonNullable<Awaited<ReturnType<typeof queries.claimState>>>;

  async function exchange(flow: Flow, state: string, answer: FlowAnswer): Promise<ProvidedIdentity> {
    const { code, issuer, user, deviceId } = answer;
    if (code === undefined || code === "" || code.length > maxCodeCharacters)
      throw new ProviderRefusedError();
    const { codeVerifier, nonce } = flow;
    if (codeVerifier === null || nonce === null) throw new FlowInvalidError();
    const provider = await requireProvider(flow.provider);
    const request = { state, codeVerifier, nonce, redirectUri: redirectUriOf(flow.provider) };
    return provider.finish({ code, issuer, user, deviceId }, request);
  }

  /** In the fragment, nothing of it reaches a server or a log. */
  function page(address: string, values: Readonly<Record<string, string>>): string {
    return `${address}#${new URLSearchParams(values)}`;
  }

  return {
    /**
     * @returns the provider's address for the browser
     * @throws {ProviderNotFoundError} {ProviderUnreachableError} {ProviderAnswerError}
     */
    async begin(start: FlowStart): Promise<string> {
      const provider = await requireProvider(start.provider);
      const state = newToken();
      const codeVerifier = newToken();
      const nonce = newToken();
      const url = await provider.begin({
        state,
        codeVerifier,
        nonce,
        redirectUri: redirectUriOf(start.provider),
      });
      const { linkedBy, guestId, delivery, language, returnTo, errorTo } = start;
      const row = {
        id: uuidv7(),
        purpose: linkedBy ? "link" : "sign-in",
        provider: start.provider,
        holderHash: hashToken(start.holder),
        delivery,
        stateHash: hashToken(state),
        codeVerifier,
        nonce,
        userId: linkedBy?.userId ?? null,
        sessionId: linkedBy?.sessionId ?? null,
        invitationId: start.invitationId ?? null,
        language,
        returnTo,
        errorTo,
        createdAt: clock.now(),
        expiresAt: after(flowLastsMs),
      } as const;
      await inTransaction(database, async (trx) =>
        queries.insertFlow(trx, { ...row, guestId: (await holdGuest(trx, guestId)) ?? null }),
      );
      return url.href;
    },

    /**
     * Takes the provider's answer. Whoever brings it proves nothing by that: the page that it leads to does the rest.
     *
     * @returns the page, with a code for it or the problem in its fragment
     */
    async answer(answer: FlowAnswer): Promise<string> {
      const { provider, state, holder } = answer;
      const flow =
        state === undefined
          ? undefined
          : await queries.claimState(database, {
              provider,
              stateHash: hashToken(state),
              holderHash: holder === undefined ? undefined : hashToken(holder),
              now: clock.now(),
            });
      if (!flow || state === undefined) {
        return page(deps.loginUrl, { provider, problem: new FlowInvalidError().code });
      }
      try {
        const identity = await exchange(flow, state, answer);
        const code = newToken();
        await queries.keepIdentity(database, {
          id: flow.id,
          codeHash: hashToken(code),
          identity,
          expiresAt: after(answerLastsMs),
        });
        return page(flow.returnTo, { provider, code });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        await queries.deleteFlow(database, flow.id);
        // Readers are told that it failed; whoever runs the server has to know why.
        if (error.code === "provider-failed") deps.log.warn({ err: error, provider }, "a provider failed");
        return page(flow.errorTo, { provider, problem: error.code });
      }
    },

    /**
     * What the provider said, for the holder of the flow, once.
     *
     * @throws {FlowInvalidError}
     */
    async take(claim: {
      purpose: ProviderFlowTable["purpose"];
      code: string;
      holder: string | undefined;
    }): Promise<CompletedFlow> {
      const { purpose, code, holder } = claim;
      if (holder === undefined) throw new FlowInvalidError();
      const flow = await queries.takeFlow(database, {
        purpose,
        codeHash: hashToken(code),
        holderHash: hashToken(holder),
        now: clock.now(),
      });
      if (!flow?.identity) throw new FlowInvalidError();
      const { userId, sessionId, guestId, invitationId, language, identity } = flow;
      const linkedBy = userId !== null && sessionId !== null ? { userId, sessionId } : undefined;
      const provider = await requireProvider(flow.provider);
      return { provider, identity, linkedBy, guestId: guestId ?? undefined, invitationId, language };
    },

    /** Removes flows whose time is over. */
    purge: () => queries.deleteExpiredFlows(database, clock.now()),
  };
}

export type Flows = ReturnType<typeof createFlows>;
