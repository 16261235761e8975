import type { RequestListener } from "node:http";
import { createApp } from "./app.ts";
import type { Context } from "./context.ts";
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
import { acts } from "./limits/policies.ts";
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
 */
export function createRefusals({
  accounts,
  limiter,
}: {
  readonly accounts: Pick<Context["accounts"], "requireHashingPlace">;
  readonly limiter: Pick<Context["limiter"], "refuseIfSpent">;
}): (asked: Pick<Asked, "method" | "path" | "headers">) => void {
  return ({ method, path = "", headers }) => {
    const ceiling = method === "POST" ? askedByCrowds.get(path.split("?", 1)[0] ?? "") : undefined;
    if (ceiling === undefined) return;
    accounts.requireHashingPlace();
    if (headers.cookie === undefined) limiter.refuseIfSpent([{ policy: ceiling, key: "all" }]);
  };
}

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
    refuse: createRefusals(context),
    describe: (refusal, requestId) => toProblem(refusal, { publicUrl, requestId, log }),
    allowedOrigins,
    app: createApp(context),
    host,
  });
}
