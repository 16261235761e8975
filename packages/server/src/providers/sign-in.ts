// Signing in with what a provider said. An account is found by the provider's own name for the person, never by an
// address; a new one is made only for an address that the provider vouches for and that nobody has here.

import type { Addresses } from "../accounts/addresses.ts";
import { InvalidCredentialsError } from "../accounts/errors.ts";
import * as pending from "../accounts/pending-queries.ts";
import { findCredential, lockEmail } from "../accounts/queries.ts";
import { emailSchema, maxNameCharacters } from "../accounts/schemas.ts";
import type { SignInOutcome, SignInRequest, SignIns } from "../accounts/sign-in.ts";
import type { SignUpPolicy } from "../accounts/sign-up-policy.ts";
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import type { PreferencesService } from "../preferences/service.ts";
import { uuidv7 } from "../uuid.ts";
import { AddressNotVouchedError, FlowInvalidError, ProviderNotLinkedError } from "./errors.ts";
import type { CompletedFlow, Flows } from "./flows.ts";
import type { ProvidedIdentity } from "./identity-provider.ts";
import * as queries from "./queries.ts";
import type { TakeOver } from "./take-over.ts";

export interface ProviderSignInDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly identities: Identities;
  readonly preferences: PreferencesService;
  readonly audit: Audit;
  readonly addresses: Addresses;
  readonly signIns: SignIns;
  readonly signUpPolicy: SignUpPolicy;
  readonly flows: Flows;
  readonly takeOver: TakeOver;
}

/** The code from the page's fragment, and what the browser's cookie or the app holds. */
export interface FlowProof {
  readonly code: string;
  readonly holder: string | undefined;
}

interface Owner {
  readonly userId: string;
  readonly epoch: number;
}

export function createProviderSignIn(deps: ProviderSignInDeps) {
  const { database, clock, identities, preferences, audit, signUpPolicy } = deps;

  /** @throws {AddressNotVouchedError} */
  function vouchedAddress({ email, emailVerified }: ProvidedIdentity): string {
    const parsed = emailSchema.safeParse(email);
    if (!emailVerified || !parsed.success) throw new AddressNotVouchedError();
    return parsed.data;
  }

  async function link(
    trx: Transaction,
    { provider, identity }: CompletedFlow,
    userId: string,
  ): Promise<void> {
    const linked = await queries.insertLink(trx, {
      id: uuidv7(),
      userId,
      accountsOf: provider.accountsOf,
      subject: identity.subject,
      at: clock.now(),
    });
    // Linked at this very moment by another address of the same person.
    if (linked === undefined) throw new FlowInvalidError();
  }

  async function findOrMake(
    trx: Transaction,
    afterCommit: AfterCommit,
    flow: CompletedFlow,
    device: SignInRequest["device"],
  ): Promise<Owner> {
    const who = { accountsOf: flow.provider.accountsOf, subject: flow.identity.subject };
    const known = await queries.lockLinked(trx, who);
    if (known) return known;

    const email = vouchedAddress(flow.identity);
    await lockEmail(trx, email);
    // Another window of the same reader was faster.
    const meanwhile = await queries.lockLinked(trx, who);
    if (meanwhile) return meanwhile;

    const owner = await findCredential(trx, email);
    if (owner?.emailVerified || (!owner && (await deps.addresses.isTaken(trx, email)))) {
      throw new ProviderNotLinkedError();
    }
    const { invitationId } = flow;
    const admission = owner ? undefined : await signUpPolicy.check(trx, { email, invitationId });
    await pending.deletePendingOf(trx, email);
    if (owner) {
      // Somebody typed this address and never proved it; its owner does, and shares nothing with them.
      const epoch = await deps.takeOver(trx, afterCommit, owner.userId);
      await link(trx, flow, owner.userId);
      await recordLink(trx, flow, owner.userId, device);
      return { userId: owner.userId, epoch };
    }
    const name = printableName(flow.identity.name);
    const userId = await identities.createUser(trx, { email, name, emailVerified: true, at: clock.now() });
    await link(trx, flow, userId);
    await preferences.suggestLanguage(trx, userId, flow.language);
    await recordLink(trx, flow, userId, device);
    if (admission) await signUpPolicy.accept(trx, admission, { userId, email, device });
    return { userId, epoch: 0 };
  }

  const recordLink = (
    trx: Transaction,
    { provider }: CompletedFlow,
    userId: string,
    device: SignInRequest["device"],
  ) => audit.record(trx, { kind: "provider-linked", userId, ...device, detail: { provider: provider.name } });

  /**
   * Signs in whoever the provider named: an account that it is linked to, else a new one.
   *
   * @throws {FlowInvalidError} {AddressNotVouchedError} {ProviderNotLinkedError}
   * @throws {SignUpClosedError} {InvitationNeededError} {InvitationInvalidError} there is no account yet
   * @throws {AccountBannedError} {InvalidCredentialsError} the account changed in between
   */
  return async function signIn(proof: FlowProof, request: SignInRequest): Promise<SignInOutcome> {
    const flow = await deps.flows.take({ purpose: "sign-in", ...proof });
    const outcome = await inTransaction(database, async (trx, afterCommit) => {
      const owner = await findOrMake(trx, afterCommit, flow, request.device);
      const factor = { ...owner, method: "social" } as const;
      const guestId = flow.guestId ?? request.guestId;
      return deps.signIns.complete(trx, afterCommit, factor, { ...request, guestId, claimable: true });
    });
    if (!outcome) throw new InvalidCredentialsError();
    return outcome;
  };
}

/** A provider's text is a stranger's: cut, and without characters that rearrange a screen. */
function printableName(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .trim();
  return [...plain].slice(0, maxNameCharacters).join("").trim();
}
