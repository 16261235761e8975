import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { Context } from "./context.ts";
import { answerShortly } from "./http/answer-shortly.ts";
import { apiBase } from "./http/openapi-operations.ts";
import { chooseShortWay, type ShortWay, shortWayForBody, shortWayForToken } from "./http/short-ways.ts";
import { createSessionFactsText } from "./sessions/answer.ts";
import { createRenewal } from "./sessions/renewal.ts";

/** What readers' apps and other servers ask for with every page or request of others. */
export function createShortWays({ sessions, accounts, clock }: Context): ShortWay {
  return chooseShortWay({
    [`GET ${apiBase}/auth/session`]: shortWayForToken(sessions.recognise, createSessionFactsText()),
    [`GET ${apiBase}/me`]: shortWayForToken(sessions.recognise, async ({ userId }) =>
      JSON.stringify(await accounts.profile.get(userId)),
    ),
    [`POST ${apiBase}/auth/refresh`]: shortWayForBody(createRenewal({ sessions, clock })),
  });
}

/** The whole server, to be put behind a port: the short ways, and the app behind them. */
export function createFront(context: Context): RequestListener {
  const { host, secureCookies } = context.config.http;
  return answerShortly(createShortWays(context), {
    https: secureCookies,
    otherwise: getRequestListener(createApp(context).fetch, { hostname: host }),
  });
}
