// A reader's own links to providers: made and removed by whoever is signed in and has just proven it again.
import { keepingOneSignInMethod } from "../accounts/last-sign-in-method.ts";
import { findReader } from "../accounts/queries.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import { findSessionWithReader, lockUserAtEpoch } from "../sessions/queries.ts";
import type { Device } from "../sessions/service.ts";
import { uuidv7 } from "../uuid.ts";
import { FlowInvalidError, LinkedElsewhereError, ProviderNotFoundError } from "./errors.ts";
import type { Flows } from "./flows.ts";
import type { IdentityProviders } from "./identity-providers.ts";
import * as queries from "./queries.ts";
import type { LinkedProvider } from "./schemas.ts";

export interface LinksDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly flows: Flows;
  readonly providers: IdentityProviders;
  /** Where readers see their links. */
  readonly accountUrl: string;
}

export function createLinks(deps: LinksDeps) {
  const { database, clock, audit, mail, providers } = deps;

  async function announce(
    trx: Transaction,
    by: { principal: Pick<Principal, "userId" | "sessionId">; device: Device },
    change: "provider-linked" | "provider-unlinked",
    name: string,
  ): Promise<void> {
    const { userId, sessionId } = by.principal;
    await audit.record(trx, { kind: change, userId, sessionId, ...by.device, detail: { provider: name } });
    const owner = await findReader(trx, userId);
    if (!owner) return;
    await mail.enqueue(trx, {
      kind: "sign-in-method-changed",
      to: owner.email,
      language: owner.language ?? "en",
      change,
      name,
      device: by.device.userAgent,
      at: clock.now(),
      url: deps.accountUrl,
    });
  }

  return {
    /**
     * Takes up what a provider said to the reader who asked, in the session that asked. A link that is there already
     * is answered again.
     *
     * @throws {FlowInvalidError} {LinkedElsewhereError}
     * @throws {SessionEndedError} the account changed in between
     */
    async complete(
      principal: Principal,
      request: { code: string; holder: string | undefined; device: Device },
    ): Promise<LinkedProvider> {
      const { code, holder, device } = request;
      const { provider, identity, linkedBy } = await deps.flows.take({ purpose: "link", code, holder });
      const { userId, sessionId, epoch } = principal;
      if (linkedBy?.userId !== userId || linkedBy.sessionId !== sessionId) throw new FlowInvalidError();
      return inTransaction(database, async (trx) => {
        // A reset or a ban in the meantime has ended the session, and must not leave a way in behind.
        const current =
          (await lockUserAtEpoch(trx, userId, epoch)) && (await findSessionWithReader(trx, sessionId));
        if (!current) throw new SessionEndedError();
        const { accountsOf, name } = provider;
        const { subject } = identity;
        const id = uuidv7();
        const at = clock.now();
        if (await queries.insertLink(trx, { id, userId, accountsOf, subject, at })) {
          await announce(trx, { principal, device }, "provider-linked", name);
          return toLinkedProvider({ id, providerId: accountsOf, createdAt: at }, providers);
        }
        const own = (await queries.listLinks(trx, userId)).find(
          (link) => link.providerId === accountsOf && link.accountId === subject,
        );
        if (!own) throw new LinkedElsewhereError();
        return toLinkedProvider(own, providers);
      });
    },

    /**
     * @throws {ProviderNotFoundError} there is none with this id, or it is somebody else's
     * @throws {LastSignInMethodError}
     */
    async remove(principal: Principal, link: { id: string; device: Device }): Promise<void> {
      const { userId } = principal;
      await inTransaction(database, (trx) =>
        keepingOneSignInMethod(trx, userId, async () => {
          const removed = await queries.deleteLink(trx, { id: link.id, userId });
          if (!removed) throw new ProviderNotFoundError();
          const { name } = providers.describe(removed.providerId);
          await announce(trx, { principal, device: link.device }, "provider-unlinked", name);
        }),
      );
    },
  };
}

export type Links = ReturnType<typeof createLinks>;

/** A reader's links, the oldest first. */
export const createListLinks =
  ({ database, providers }: Pick<LinksDeps, "database" | "providers">) =>
  async (userId: string): Promise<LinkedProvider[]> => {
    const links = await queries.listLinks(database, userId);
    return links.map((link) => toLinkedProvider(link, providers));
  };

function toLinkedProvider(
  link: { id: string; providerId: string; createdAt: Date },
  providers: IdentityProviders,
): LinkedProvider {
  const { id, name } = providers.describe(link.providerId);
  return { id: link.id, provider: id, name, linkedAt: link.createdAt.toISOString() };
}
