import { createRoute, z } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import {
  type SignInDelivery,
  secondFactorRequiredSchema,
  trustedDeviceSchema,
} from "../http/deliver-sign-in.ts";
import { type LimitRequests, limitIdentifier } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { deliverySchema, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { exampleAccount, exampleCredentials } from "./examples.ts";
import { accountPatchSchema, accountSchema, emailSchema, typedPasswordSchema } from "./schemas.ts";
import type { Accounts } from "./service.ts";
import { exampleSignInMethods, signInMethodsSchema } from "./sign-in-method-schemas.ts";

const loginSchema = z
  .strictObject({
    email: emailSchema,
    password: typedPasswordSchema,
    delivery: deliverySchema.default("cookie"),
    keepGuestChats: z.boolean().default(true),
    trustedDevice: trustedDeviceSchema.optional(),
  })
  .openapi("Login");

export interface AccountRoutesDeps {
  readonly accounts: Accounts;
  readonly cookies: Cookies;
  readonly signInDelivery: SignInDelivery;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
  readonly optionalSession: RequireSession;
}

export function accountRoutes(deps: AccountRoutesDeps) {
  const { accounts, cookies, signInDelivery, limit, requireSession, optionalSession } = deps;

  const loginRoute = createRoute({
    method: "post",
    path: "/auth/login",
    operationId: "login",
    summary: "Sign in with a password",
    description:
      "With a guest's token, the guest's chats come along unless `keepGuestChats` is false; `merged` says how many. " +
      "An unknown address and a wrong password are answered alike.",
    tags: ["sign-in"],
    security: [{}, { dpopProof: [] }, { accessToken: [] }],
    middleware: [limit("password"), optionalSession],
    request: jsonBody(loginSchema, {
      "In a browser": exampleCredentials,
      "In an app or a script: the refresh token in the answer": { ...exampleCredentials, delivery: "body" },
      "On somebody else's device: the guest's chats stay behind": {
        ...exampleCredentials,
        keepGuestChats: false,
      },
    }),
    responses: {
      200: jsonAnswer(
        "Signed in, or asked for the second factor",
        z.union([sessionSchema, secondFactorRequiredSchema]),
        { ...exampleSession, merged: { conversations: 2 } },
      ),
      ...problems("invalid-credentials", "email-not-verified", "account-banned", "server-busy"),
    },
  });

  const readRoute = createRoute({
    method: "get",
    path: "/me",
    operationId: "readAccount",
    summary: "Read the reader's account",
    description: "An account, or the guest that the reader still is.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    responses: {
      200: jsonAnswer("The account", accountSchema, exampleAccount),
      ...problems("not-found"),
    },
  });

  const updateRoute = createRoute({
    method: "patch",
    path: "/me",
    operationId: "updateAccount",
    summary: "Change name or picture",
    description: "What is left out stays as it is; `image: null` removes the picture.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    request: jsonBody(accountPatchSchema, {
      "Another name": { name: "Alice Liddell" },
      "A picture": { image: "https://pictures.example.org/alice.png" },
      "No picture": { image: null },
    }),
    responses: {
      200: jsonAnswer("The account after the change", accountSchema, {
        ...exampleAccount,
        name: "Alice Liddell",
      }),
      ...problems("not-found"),
    },
  });

  const methodsRoute = createRoute({
    method: "get",
    path: "/me/sign-in-methods",
    operationId: "listSignInMethods",
    summary: "How the reader can sign in",
    description: "And which ways of a step-up count at the moment.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    responses: { 200: jsonAnswer("The ways there are", signInMethodsSchema, exampleSignInMethods) },
  });

  return createHttpApp()
    .openapi(methodsRoute, async (c) => c.json(await accounts.listSignInMethods(getPrincipal(c).userId), 200))
    .openapi(loginRoute, async (c) => {
      const { email, password, ...typed } = c.req.valid("json");
      await limitIdentifier(c, "password", email);
      const signIn = await signInDelivery.read(c, typed);
      const proof = cookies.read(c, "registration");
      return c.json(
        await signInDelivery.answer(c, await accounts.login({ email, password, proof, signIn })),
        200,
      );
    })
    .openapi(readRoute, async (c) => c.json(await accounts.profile.get(getPrincipal(c).userId), 200))
    .openapi(updateRoute, async (c) => {
      return c.json(await accounts.profile.update(getPrincipal(c).userId, c.req.valid("json")), 200);
    });
}
