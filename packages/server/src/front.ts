import type { RequestListener } from "node:http";
import { ServerBusyError } from "./accounts/errors.ts";
import type { HashingPlaces } from "./accounts/hash-pool.ts";
import { createApp } from "./app.ts";
import type { Context } from "./context.ts";
import type { DomainError } from "./domain-error.ts";
import { answerShortly } from "./http/answer-shortly.ts";
import { createClientAddress } from "./http/client-address.ts";
import { askedByCrowds } from "./http/crowds.ts";
import { toLeft } from "./http/limit-requests.ts";
import { apiBase } from "./http/openapi-operations.ts";
import { toProblem } from "./http/problem.ts";
import { rateLimitHeaders } from "./http/rate-limit-headers.ts";
import {
  type Asked,
  chooseShortWay,
  type ShortWay,
  shortWayForBody,
  shortWayForToken,
} from "./http/short-ways.ts";
import { createAddressLimits, everyRequest } from "./limits/address-limits.ts";
import { TooManyRequestsError } from "./limits/errors.ts";
import { acts, type PolicyName } from "./limits/policies.ts";
import { createSessionFactsText } from "./sessions/answer.ts";
import { createRenewal } from "./sessions/renewal.ts";

/** What readers' apps and other servers ask for with every page or request of others. */
export function createShortWays({ sessions, accounts, clock, limiter }: Context): ShortWay {
  const { recognise } = sessions;
  const renew = createRenewal({ sessions, clock });
  const addressLimits = createAddressLimits(limiter);

  function admit(address: string): boolean {
    try {
      addressLimits.take(everyRequest, address);
      return true;
    } catch {
      return false;
    }
  }

  return chooseShortWay({
    [`GET ${apiBase}/auth/session`]: shortWayForToken({ recognise, admit, answer: createSessionFactsText() }),
    [`GET ${apiBase}/me`]: shortWayForToken({
      recognise,
      admit,
      answer: async ({ userId }) => JSON.stringify(await accounts.profile.get(userId)),
    }),
    [`POST ${apiBase}/auth/refresh`]: shortWayForBody(async (request, address) => {
      const everything = addressLimits.take(everyRequest, address);
      const refreshes = addressLimits.take(acts.refresh, address);
      const body = await renew(request);
      if (body !== undefined) return { body, headers: rateLimitHeaders(refreshes.map(toLeft)) };
      // The ordinary way counts for itself.
      await limiter.giveBackAll([...everything, ...refreshes]);
      return undefined;
    }),
  });
}

/**
 * Refuses what a crowd asks for while no password can be checked, or while everybody together has used up the limit: it is
 * neither read nor counted. A browser that may be known to an account is looked at first, by the ordinary way.
 *
 * @returns finds why it is refused: the same object for as long as it says the same, because a crowd is told so
 *   thousands of times a second
 */
export function createRefusals({
  accounts,
  limiter,
}: {
  readonly accounts: { readonly hashingPlaces: Pick<HashingPlaces, "busyForMs"> };
  readonly limiter: Pick<Context["limiter"], "findSpent">;
}): (asked: Pick<Asked, "method" | "path" | "headers">) => DomainError | undefined {
  let last: { readonly says: string; readonly refusal: DomainError } | undefined;

  function repeat(says: string, make: () => DomainError): DomainError {
    if (last?.says !== says) last = { says, refusal: make() };
    return last.refusal;
  }

  return (asked) => {
    const ceiling = ceilingOf(asked);
    if (ceiling === undefined) return undefined;
    const busyForMs = accounts.hashingPlaces.busyForMs();
    if (busyForMs !== undefined) {
      const retryAfterMs = inWholeSeconds(busyForMs);
      return repeat(`busy ${retryAfterMs}`, () => new ServerBusyError(retryAfterMs));
    }
    const spent = asked.headers.cookie === undefined && limiter.findSpent({ policy: ceiling, key: "all" });
    if (!spent) return undefined;
    const retryAfterMs = inWholeSeconds(spent.retryAfterMs);
    return repeat(
      `${ceiling} ${spent.resetAt.getTime()} ${retryAfterMs}`,
      () => new TooManyRequestsError({ ...spent, retryAfterMs }),
    );
  };
}

/** Of everybody together; `undefined` for what no crowd asks for. */
function ceilingOf({ method, path = "" }: Pick<Asked, "method" | "path">): PolicyName | undefined {
  return method === "POST" ? askedByCrowds.get(path.split("?", 1)[0] ?? "") : undefined;
}

/** As headers say it. */
const inWholeSeconds = (ms: number) => Math.ceil(ms / 1000) * 1000;

/** The whole server, to be put behind a port: the short ways, and the app behind them. */
export function createFront(context: Context): RequestListener {
  const { log } = context;
  const { host, publicUrl, allowedOrigins, secureCookies, trustedProxies } = context.config.http;
  const clientAddress = createClientAddress(trustedProxies);
  return answerShortly(createShortWays(context), {
    https: secureCookies,
    findAddress: ({ socket, headers: { forwarded, "x-forwarded-for": hops } }) => {
      // Node has joined them if there were several.
      const xForwardedFor = typeof hops === "string" ? hops : undefined;
      return clientAddress(socket.remoteAddress, { xForwardedFor, forwarded }).address;
    },
    isAskedByCrowds: (asked) => ceilingOf(asked) !== undefined,
    findRefusal: createRefusals(context),
    describe: (refusal, requestId) => toProblem(refusal, { publicUrl, requestId, log }),
    allowedOrigins,
    app: createApp(context),
    host,
  });
}
