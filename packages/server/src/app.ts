import { Hono } from "hono";
import { emailChangeRoutes } from "./accounts/email-change-routes.ts";
import { magicLinkRoutes } from "./accounts/magic-link-routes.ts";
import { passwordRoutes } from "./accounts/password-routes.ts";
import { personalDataRoutes } from "./accounts/personal-data-routes.ts";
import { registrationRoutes } from "./accounts/registration-routes.ts";
import { accountRoutes } from "./accounts/routes.ts";
import { secondStepRoutes } from "./accounts/second-step-routes.ts";
import { stepUpRoutes } from "./accounts/step-up-routes.ts";
import { banRoutes } from "./admin/ban-routes.ts";
import { roleRoutes } from "./admin/role-routes.ts";
import { userSessionRoutes } from "./admin/session-routes.ts";
import { statisticsRoutes } from "./admin/statistics-routes.ts";
import { adminUserRoutes } from "./admin/user-routes.ts";
import { adminClaimRoutes } from "./administrators/claim-routes.ts";
import { auditAdminRoutes } from "./audit/admin-routes.ts";
import { activityRoutes } from "./audit/routes.ts";
import { nativeRoutes } from "./better-auth/native/routes.ts";
import { bookRoutes } from "./book/routes.ts";
import { bookmarkRoutes } from "./bookmarks/routes.ts";
import { answerRoutes } from "./chats/answer-routes.ts";
import { findingRoutes } from "./chats/finding-routes.ts";
import { chatRoutes } from "./chats/routes.ts";
import type { Context } from "./context.ts";
import { DomainError } from "./domain-error.ts";
import { claimRoutes } from "./guests/claim-routes.ts";
import { guestRoutes } from "./guests/routes.ts";
import { admitCrowds } from "./http/admit-crowds.ts";
import { apiDocs } from "./http/api-docs.ts";
import { createHttpApp, type HttpEnv } from "./http/app-type.ts";
import { bookSite } from "./http/book-site.ts";
import { createCookies } from "./http/cookies.ts";
import { askedByCrowds } from "./http/crowds.ts";
import { createDelivery } from "./http/deliver-session.ts";
import { createSignInDelivery } from "./http/deliver-sign-in.ts";
import { findAddress } from "./http/find-address.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { createKeyProofs } from "./http/key-proofs.ts";
import { requireKnownRoute } from "./http/known-routes.ts";
import { createLimitRequests, limitAllRequests, limitChanges } from "./http/limit-requests.ts";
import { logRequests } from "./http/log-requests.ts";
import { createOpenApiDocument } from "./http/openapi.ts";
import { apiBase } from "./http/openapi-operations.ts";
import { checkOrigin } from "./http/origin.ts";
import { toProblem } from "./http/problem.ts";
import { problemPages } from "./http/problem-pages.ts";
import { limitBody, readJson } from "./http/read-json.ts";
import { nameRequest } from "./http/request-id.ts";
import { optionalSession, requireSession } from "./http/require-session.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { invitationRoutes } from "./invitations/routes.ts";
import { quotaRoutes } from "./limits/quota-routes.ts";
import { mailAdminRoutes } from "./mail/admin-routes.ts";
import { mailboxRoutes } from "./mail/mailbox-routes.ts";
import { unsubscribeRoutes } from "./mail/unsubscribe-routes.ts";
import { webhookRoutes } from "./mail/webhook-routes.ts";
import { passkeyRoutes } from "./passkeys/routes.ts";
import { passkeySignInRoutes } from "./passkeys/sign-in-routes.ts";
import { preferencesRoutes } from "./preferences/routes.ts";
import { callbackRoutes } from "./providers/callback-routes.ts";
import { linkRoutes } from "./providers/link-routes.ts";
import { providerRoutes } from "./providers/routes.ts";
import { reportAdminRoutes } from "./reports/admin-routes.ts";
import { reportRoutes } from "./reports/routes.ts";
import { secondFactorRoutes } from "./second-factor/routes.ts";
import { trustedDeviceRoutes } from "./second-factor/trusted-device-routes.ts";
import { deviceRoutes } from "./sessions/device-routes.ts";
import { introspectionRoutes } from "./sessions/introspection-routes.ts";
import { sessionRoutes } from "./sessions/routes.ts";

function refuseUnknown(): never {
  throw new DomainError("not-found", "There is nothing at this address.");
}

/** The HTTP surface and its table of contents. */
export function createApp(context: Context) {
  const { config, clock, log, sessions, guests, accounts, secondFactor } = context;
  const { allowedOrigins, publicUrl, secureCookies, trustedProxies } = config.http;

  const cookies = createCookies({ secure: secureCookies });
  const deliver = createDelivery({ cookies, clock, findClaimable: guests.findClaimable });
  const limit = createLimitRequests({ ...context, cookies });
  const keyProofs = createKeyProofs(sessions.dpop);
  const signInDelivery = createSignInDelivery({ cookies, keyProofs, deliver, sessions, clock });
  const guards = {
    requireSession: limitChanges(
      context.limiter,
      requireSession(sessions.authenticate, keyProofs, context.roleTable),
    ),
    optionalSession: optionalSession(sessions.authenticate, keyProofs),
  };

  const app = new Hono<HttpEnv>();
  const api = createHttpApp();
  const health = healthRoutes(context);
  const document = createOpenApiDocument({ api, besides: health, publicUrl });
  api.use(
    requireKnownRoute(() => app.routes),
    limitBody,
    readJson,
  );
  api.use("/admin/*", limit("administration"));
  api.get("/openapi.json", (c) => c.json(document()));
  api.route(
    "/",
    registrationRoutes({ accounts, clock, cookies, deliver, signInDelivery, limit, keyProofs, ...guards }),
  );
  api.route("/", accountRoutes({ accounts, cookies, signInDelivery, limit, ...guards }));
  api.route("/", passwordRoutes({ accounts, clock, cookies, deliver, limit, ...guards }));
  api.route("/", emailChangeRoutes({ accounts, limit, ...guards }));
  api.route("/", personalDataRoutes({ accounts, clock, cookies, limit, ...guards }));
  api.route("/", sessionRoutes({ sessions, cookies, deliver, allowedOrigins, keyProofs, limit, ...guards }));
  const { introspectionToken, audience } = config.sessions;
  if (introspectionToken) {
    api.route("/", introspectionRoutes({ sessions, introspectionToken, issuer: publicUrl, audience }));
  }
  api.route("/", secondStepRoutes({ accounts, clock, cookies, signInDelivery, keyProofs, limit }));
  api.route("/", stepUpRoutes({ accounts, passkeys: context.passkeys, clock, limit, ...guards }));
  api.route("/", secondFactorRoutes({ secondFactor, accounts, clock, limit, ...guards }));
  api.route("/", trustedDeviceRoutes({ trustedDevices: secondFactor.trustedDevices, cookies, ...guards }));
  api.route("/", deviceRoutes({ devices: sessions.devices, ...guards }));
  api.route("/", activityRoutes({ activity: context.activity, ...guards }));
  api.route("/", claimRoutes({ claims: context.claims, ...guards }));
  api.route("/", guestRoutes({ guests, deliver, limit, keyProofs }));
  api.route("/", passkeyRoutes({ ...context, limit, ...guards }));
  api.route("/", passkeySignInRoutes({ ...context, signInDelivery, limit, ...guards }));
  if (config.accounts.magicLink) {
    api.route("/", magicLinkRoutes({ magicLinks: accounts.magicLinks, signInDelivery, limit, ...guards }));
  }
  const { providers } = context;
  api.route(
    "/",
    providerRoutes({
      providers,
      clock,
      cookies,
      signInDelivery,
      limit,
      magicLink: config.accounts.magicLink,
      signUp: config.accounts.signUp,
      ...guards,
    }),
  );
  api.route("/", linkRoutes({ providers, clock, cookies, limit, ...guards }));
  api.route("/", preferencesRoutes({ preferences: context.preferences, ...guards }));
  // Before the others: `search` is no id of a conversation.
  api.route("/", findingRoutes({ chats: context.chats, limit, ...guards }));
  api.route("/", chatRoutes({ chats: context.chats, ...guards }));
  api.route("/", answerRoutes({ chats: context.chats, hasEnded: sessions.hasEnded, limit, ...guards }));
  api.route("/", reportRoutes({ reports: context.reports, limit, ...guards }));
  api.route("/", adminUserRoutes({ ...context, ...guards }));
  api.route("/", userSessionRoutes({ ...context, ...guards }));
  api.route("/", statisticsRoutes({ ...context, ...guards }));
  api.route("/", mailAdminRoutes({ ...context, ...guards }));
  api.route("/", roleRoutes({ ...context, ...guards }));
  api.route("/", banRoutes({ ...context, ...guards }));
  api.route("/", reportAdminRoutes({ reports: context.reports, ...guards }));
  api.route("/", auditAdminRoutes({ eventLog: context.eventLog, ...guards }));
  api.route("/", adminClaimRoutes({ adminClaims: context.adminClaims, clock, deliver, limit, ...guards }));
  api.route("/", invitationRoutes({ ...context, ...guards }));
  api.route("/", bookmarkRoutes({ bookmarks: context.bookmarks, limit, ...guards }));
  api.route("/", quotaRoutes({ ...context, ...guards }));
  api.route("/", bookRoutes({ book: context.book, limit }));

  api.route("/", unsubscribeRoutes(context.mail));
  const { webhookSecret } = config.mail;
  if (webhookSecret) {
    api.route("/", webhookRoutes({ deliveries: context.mail.deliveries, secret: webhookSecret }));
  }

  app.onError((error, c) => {
    const { status, headers, body } = toProblem(error, { publicUrl, requestId: c.get("requestId"), log });
    return c.body(body, status, headers);
  });
  app.use(
    nameRequest,
    securityHeaders({ https: secureCookies }),
    logRequests(log),
    findAddress(trustedProxies, log),
    checkOrigin(allowedOrigins),
  );
  app.use("/api/*", limitAllRequests(context.limiter));
  // Before it is counted or looked up: a flood that no place is left for costs no query.
  const admit = admitCrowds(accounts.hashingPlaces);
  for (const path of askedByCrowds.keys()) app.use(path, admit);
  app.route(apiBase, api);
  app.route("/", health);
  app.route("/", apiDocs());
  app.route("/", problemPages({ document, publicUrl }));
  if (context.mailbox) app.route("/", mailboxRoutes({ mailbox: context.mailbox }));
  // Before the native ones: these read forms.
  app.route("/api/auth", callbackRoutes({ providers, cookies, limit }));
  app.route(
    "/api/auth",
    nativeRoutes({
      ...context,
      database: context.database.db,
      limit,
      keyProofs,
      cookies,
      deliver,
      signInDelivery,
      magicLinks: config.accounts.magicLink ? accounts.magicLinks : undefined,
      ...guards,
      knownRoutes: () => app.routes,
    }),
  );
  app.all("/api/*", refuseUnknown);
  app.route("/", bookSite(config.book));
  app.notFound(refuseUnknown);

  return app;
}
