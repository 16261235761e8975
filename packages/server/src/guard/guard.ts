import { type Clock, systemClock } from "../clock.ts";
import { readAuthorization } from "../http/authorization.ts";
import { createClientAddress } from "../http/client-address.ts";
import { toProblem } from "../http/problem.ts";
import { readerNetworkOf } from "../network.ts";
import { InsufficientRankError } from "../roles/errors.ts";
import { permissions } from "../roles/permissions.ts";
import { createRoleTable } from "../roles/roles.ts";
import { createAccessTokenCheck } from "../sessions/access-token-check.ts";
import { DpopProofError, UnauthenticatedError } from "../sessions/errors.ts";
import { createKeyProving, type KeyProof, requireSameKey } from "../sessions/key-proof.ts";
import type { Principal } from "../sessions/principal.ts";
import { uuidv7 } from "../uuid.ts";
import { forHono, type HonoMiddleware } from "./for-hono.ts";
import { forNode, type NodeHandler, type NodeRequest } from "./for-node.ts";
import { createIntrospectionCheck } from "./introspection.ts";
import { createGuardLimits, type Header } from "./limits.ts";
import { errorLog } from "./log.ts";
import type { GuardLimit, GuardOptions, Refusal, Requirement } from "./options.ts";
import { createPublishedKeys } from "./published-keys.ts";
import { type AnyRequest, type AskedRequest, readRequest } from "./request.ts";
import { createUsedProofs } from "./used-proofs.ts";

const defaultCacheSeconds = 5;

/** What became of a request at the guard. The headers belong into the answer in both cases. */
export type Admission =
  | { readonly principal: Principal | undefined; readonly headers: readonly Header[] }
  | { readonly refusal: Refusal; readonly headers: readonly Header[] };

export interface Guard<Limit extends string = string> {
  /**
   * Who asks, by the access token alone.
   *
   * @throws an error that {@link Guard.refuse} turns into an answer
   */
  verify(request: AnyRequest): Promise<Principal>;
  /** A refusal as a problem document (RFC 9457), with the headers that belong to it. */
  refuse(error: unknown): Refusal;
  /** Middleware for Hono; `c.get("principal")` is who asks. */
  hono(requirement?: Requirement<Limit>): HonoMiddleware;
  /** For `node:http`, Express and what works like them; {@link Guard.principalOf} is who asks. */
  node(requirement?: Requirement<Limit>): NodeHandler;
  /** Behind {@link Guard.node}. @throws {TypeError} where it has let nobody in */
  principalOf(request: NodeRequest): Principal;
  /** The same where a token was optional. */
  findPrincipal(request: NodeRequest): Principal | undefined;
}

/** Guards routes of your own service as Bookplate guards its own: the same checks, limits, roles and refusals. */
export function createGuard<Limit extends string = never>(options: GuardOptions<Limit>): Guard<Limit> {
  return createGuardAt(options, systemClock);
}

/** @param clock - tests move it */
export function createGuardAt<Limit extends string>(
  options: GuardOptions<Limit>,
  clock: Clock,
): Guard<Limit> {
  const issuer = addressOf(options.issuer);
  const { log = errorLog, introspection } = options;
  const tokens = createAccessTokenCheck({
    keys: createPublishedKeys({ url: options.jwksUrl ?? `${issuer}/.well-known/jwks.json`, clock }),
    clock,
    issuer,
    audience: options.audience ?? issuer,
  });
  const requireActive =
    introspection &&
    createIntrospectionCheck({
      url: introspection.url ?? `${issuer}/api/v1/oauth/introspect`,
      token: introspection.token,
      keptMs: 1000 * (introspection.cacheSeconds ?? defaultCacheSeconds),
      clock,
    });
  const prove =
    options.publicUrl === undefined
      ? undefined
      : createKeyProving({
          clock,
          publicUrl: addressOf(options.publicUrl),
          used: createUsedProofs(clock),
          nonceNeeded: false,
        });
  const roleTable = createRoleTable(options.roles);
  const clientAddress = createClientAddress(options.trustedProxies ?? []);
  const table = options.limits ?? ({} as Record<Limit, GuardLimit>);
  const limits = createGuardLimits(table, clock);
  const principals = new WeakMap<object, Principal>();

  /** The steps of Bookplate's own routes, in their order. @returns `undefined` when no token was sent */
  async function findPrincipal(request: AskedRequest): Promise<Principal | undefined> {
    const sent = readAuthorization(request.header("authorization"));
    if (sent === undefined) return undefined;
    const { scheme, accessToken } = sent;
    const proof = scheme === "dpop" ? await requireProof(request, accessToken) : undefined;
    const { principal } = await tokens.verify(accessToken);
    requireSameKey(principal.keyThumbprint, proof);
    await requireActive?.(accessToken);
    await proof?.spend();
    return principal;
  }

  async function requireProof(request: AskedRequest, accessToken: string): Promise<KeyProof> {
    if (!prove) throw new DpopProofError("This service takes no tokens that are bound to a key.");
    const proof = request.header("dpop");
    if (proof === undefined) throw new DpopProofError("The request has none.");
    return prove({ proof, method: request.method, path: request.path, accessToken });
  }

  function requireRole(principal: Principal | undefined, { role, permission }: Requirement<Limit>): void {
    const own = principal?.role ?? "guest";
    if (role !== undefined && !roleTable.isAtLeast(own, role)) throw new InsufficientRankError();
    if (permission !== undefined && !roleTable.allows(own, permission)) throw new InsufficientRankError();
  }

  function refuse(error: unknown): Refusal {
    return toProblem(error, { publicUrl: issuer, requestId: uuidv7(), log });
  }

  async function admit(asked: AskedRequest, requirement: Requirement<Limit>): Promise<Admission> {
    const headers: Header[] = [];
    const { byAddress, byAccount } = limitsOf(requirement);
    const network = () => readerNetworkOf(addressOfReader(asked));
    try {
      if (byAddress.length > 0) headers.push(...limits.take(byAddress, network()));
      const principal = await findPrincipal(asked);
      if (!principal && !requirement.optional) throw new UnauthenticatedError();
      requireRole(principal, requirement);
      if (byAccount.length > 0) headers.push(...limits.take(byAccount, principal?.userId ?? network()));
      return { principal, headers };
    } catch (error) {
      return { refusal: refuse(error), headers };
    }
  }

  function addressOfReader({ socketAddress, header }: AskedRequest): string {
    if (socketAddress === undefined) throw new TypeError("Limits by address need the connection's address.");
    const headers = { xForwardedFor: header("x-forwarded-for"), forwarded: header("forwarded") };
    return clientAddress(socketAddress, headers).address;
  }

  function limitsOf({ limit = [] }: Requirement<Limit>) {
    const names = typeof limit === "string" ? [limit] : limit;
    limits.requireKnown(names);
    const isBy = (key: GuardLimit["key"]) => (name: Limit) => table[name].key === key;
    return { byAddress: names.filter(isBy("address")), byAccount: names.filter(isBy("account")) };
  }

  /** A name that nobody knows is found when the route is made, not when it is asked. */
  function checked(requirement: Requirement<Limit> = {}): (asked: AskedRequest) => Promise<Admission> {
    const { role, permission } = requirement;
    limitsOf(requirement);
    if (role !== undefined && !roleTable.has(role)) throw new TypeError(`There is no role "${role}".`);
    if (permission !== undefined && !permissions.includes(permission))
      throw new TypeError(`There is no permission "${permission}".`);
    return (asked) => admit(asked, requirement);
  }

  return {
    async verify(request) {
      const principal = await findPrincipal(readRequest(request));
      if (!principal) throw new UnauthenticatedError();
      return principal;
    },
    refuse,
    hono: (requirement) => forHono(checked(requirement)),
    node: (requirement) =>
      forNode(checked(requirement), (request, principal) => principals.set(request, principal)),
    findPrincipal: (request) => principals.get(request),
    principalOf(request) {
      const principal = principals.get(request);
      if (!principal) throw new TypeError("No guard has let this request in, or its token was optional.");
      return principal;
    },
  };
}

/** As tokens name it: without a slash at the end. @throws {TypeError} */
function addressOf(url: string): string {
  const { href } = new URL(url);
  return href.replace(/\/+$/, "");
}
