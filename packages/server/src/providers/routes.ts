import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { newToken } from "../accounts/secrets.ts";
import type { Clock } from "../clock.ts";
import type { SignUpMode } from "../config/config.ts";
import { createHttpApp, type HttpEnv } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import { type SignInDelivery, secondFactorRequiredSchema } from "../http/deliver-sign-in.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { findGuestId, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { flowLastsMs } from "./flows.ts";
import {
  beginningSchema,
  beginSignInSchema,
  completeSignInSchema,
  exampleFlowCode,
  methodsSchema,
  providerParameter,
} from "./schemas.ts";
import type { Providers } from "./service.ts";

export const exampleProviderUrl =
  "https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=…&state=…&code_challenge=…";

export interface ProviderRoutesDeps {
  readonly providers: Providers;
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly signInDelivery: SignInDelivery;
  readonly limit: LimitRequests;
  readonly optionalSession: RequireSession;
  readonly magicLink: boolean;
  readonly signUp: SignUpMode;
}

/** What the browser will be known by when it comes back; the same for flows in two tabs. */
export function holdFlow(
  c: Context<HttpEnv>,
  { cookies, clock }: Pick<ProviderRoutesDeps, "cookies" | "clock">,
) {
  const held = cookies.read(c, "provider");
  const holder = held && /^[\w-]{43}$/.test(held) ? held : newToken();
  const now = clock.now();
  cookies.set(c, "provider", holder, { expiresAt: new Date(now.getTime() + flowLastsMs), now });
  return holder;
}

/** Signing in with a provider: to it, and back from it. */
export function providerRoutes(deps: ProviderRoutesDeps) {
  const { providers, cookies, signInDelivery, limit, optionalSession } = deps;

  const methodsRoute = createRoute({
    method: "get",
    path: "/auth/methods",
    operationId: "listSignInWays",
    summary: "Read how readers can sign in here",
    description: "What a form for signing in offers besides a password. The same for everybody.",
    tags: ["sign-in"],
    security: [],
    responses: {
      200: jsonAnswer("The ways to sign in", methodsSchema, {
        providers: [
          { id: "github", name: "GitHub" },
          { id: "google", name: "Google" },
        ],
        magicLink: true,
        passkeys: true,
        signUp: "open",
      }),
    },
  });

  const beginRoute = createRoute({
    method: "post",
    path: "/auth/social/{provider}",
    operationId: "beginProviderSignIn",
    summary: "Sign in with a provider",
    description:
      "Send the browser to `url`. It comes back to `returnTo` with `#provider=…&code=…` for `POST /auth/social`, or with " +
      "`#provider=…&problem=…`, the code of a problem. A browser is known again by a cookie; an app (`delivery: body`) by the `proof`. " +
      "A guest's conversations wait for a yes (`claimable`). Where new accounts are made by invitation, it is brought along here.",
    tags: ["sign-in"],
    security: [{}, { accessToken: [] }],
    middleware: [limit("provider"), optionalSession],
    request: {
      params: providerParameter,
      ...jsonBody(beginSignInSchema, {
        "From the book's login page": { returnTo: "/login", language: "en" },
        "From an app": { delivery: "body" },
      }),
    },
    responses: {
      200: jsonAnswer("Where the browser goes", beginningSchema, { url: exampleProviderUrl }),
      ...problems("invitation-invalid", "not-found", "provider-failed"),
    },
  });

  const completeRoute = createRoute({
    method: "post",
    path: "/auth/social",
    operationId: "completeProviderSignIn",
    summary: "Finish signing in with a provider",
    description:
      "With the code that the browser brought back, once, in the browser that began, or with its `proof`. Signs in to the account that " +
      "is linked to the provider, or makes one for an address that the provider vouches for. An address that has an account is never " +
      "linked by itself: `provider-not-linked` asks its owner to sign in another way and to link the provider on the account page.",
    tags: ["sign-in"],
    security: [{}, { dpopProof: [] }, { accessToken: [] }],
    middleware: [limit("login"), optionalSession],
    request: jsonBody(completeSignInSchema, {
      "In the browser that began": { code: exampleFlowCode },
      "In an app: the refresh token in the answer": {
        code: exampleFlowCode,
        proof: "pN5sTq8Vx2Lk9Wd4Rj7Yb1Hc6Gf3Mz0A",
      },
    }),
    responses: {
      200: jsonAnswer(
        "Signed in, or the second factor is missing",
        z.union([sessionSchema, secondFactorRequiredSchema]),
        { ...exampleSession, claimable: { conversations: 2 } },
      ),
      ...problems(
        "flow-invalid",
        "provider-address-unverified",
        "provider-not-linked",
        "invalid-credentials",
        "email-not-verified",
        "account-banned",
        "sign-up-closed",
        "invitation-needed",
        "invitation-invalid",
      ),
    },
  });

  return createHttpApp()
    .openapi(methodsRoute, (c) =>
      c.json(
        {
          providers: [...providers.list],
          magicLink: deps.magicLink,
          passkeys: true,
          signUp: deps.signUp.mode,
          ...(deps.signUp.mode === "domains" && { signUpDomains: [...deps.signUp.domains] }),
        },
        200,
      ),
    )
    .openapi(beginRoute, async (c) => {
      const { provider } = c.req.valid("param");
      const { returnTo, language = "en", delivery, invitation } = c.req.valid("json");
      const inBody = delivery === "body";
      const holder = inBody ? newToken() : holdFlow(c, deps);
      const url = await providers.begin({
        provider,
        holder,
        delivery,
        guestId: findGuestId(c),
        language,
        returnTo,
        invitation,
      });
      return c.json({ url, ...(inBody && { proof: holder }) }, 200);
    })
    .openapi(completeRoute, async (c) => {
      const { code, proof } = c.req.valid("json");
      const delivery = proof === undefined ? "cookie" : "body";
      const request = await signInDelivery.read(c, { delivery });
      const holder = proof ?? cookies.read(c, "provider");
      const outcome = await providers.signIn({ code, holder }, request);
      return c.json(await signInDelivery.answer(c, outcome), 200);
    });
}
