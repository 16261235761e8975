import { randomBytes } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiDocument, operationsOf } from "../src/http/openapi-operations.ts";
import { problemsOf } from "../src/http/problem-responses.ts";
import { problemKinds } from "../src/http/problem-titles.ts";
import { formMediaType } from "../src/http/read-json.ts";
import { problemCodes } from "../src/problem-codes.ts";
import { answerBodies, type DescribedBody, requestBodies, resolveSchema } from "./support/api-document.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let document: ApiDocument;
let accessToken: string;
const introspectionToken = randomBytes(32).toString("hex");
beforeAll(async () => {
  server = await startTestServer({
    GITHUB_CLIENT_ID: "client",
    GITHUB_CLIENT_SECRET: "secret",
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    INTROSPECTION_TOKEN: introspectionToken,
  });
  const browser = server.browser();
  document = (await browser.get<ApiDocument>("/openapi.json")).body;
  accessToken = (await browser.post<{ accessToken: string }>("/auth/guest")).body.accessToken;
});
afterAll(() => server.close());

/** What fits no schema that the document gives it, in words; nothing when all is well. */
function findMisfits(where: string, bodies: readonly DescribedBody[]): string[] {
  return bodies.flatMap(({ schema, examples }) => {
    const fitting = z.fromJSONSchema(resolveSchema(document, schema));
    return examples.flatMap(({ name, value }) => {
      const { error } = fitting.safeParse(value);
      return error ? [`${where}, ${name}: ${z.prettifyError(error)}`] : [];
    });
  });
}

/** The routes of the contract that this release has. */
const contract = [
  "DELETE /api/v1/admin/invitations/{id}",
  "DELETE /api/v1/admin/users/{id}/ban",
  "DELETE /api/v1/admin/users/{id}/sessions",
  "DELETE /api/v1/admin/users/{id}/sessions/{sessionId}",
  "DELETE /api/v1/conversations/{id}",
  "DELETE /api/v1/guests/claim",
  "DELETE /api/v1/me",
  "DELETE /api/v1/me/bookmarks/{id}",
  "DELETE /api/v1/me/passkeys/{id}",
  "DELETE /api/v1/me/providers/{id}",
  "DELETE /api/v1/me/second-factor",
  "DELETE /api/v1/me/second-factor/trusted-devices",
  "DELETE /api/v1/me/second-factor/trusted-devices/{id}",
  "DELETE /api/v1/me/sessions",
  "DELETE /api/v1/me/sessions/{id}",
  "DELETE /api/v1/messages/{id}/feedback",
  "GET /.well-known/jwks.json",
  "GET /api/v1/admin/audit",
  "GET /api/v1/admin/invitations",
  "GET /api/v1/admin/mail",
  "GET /api/v1/admin/reports",
  "GET /api/v1/admin/stats",
  "GET /api/v1/admin/users",
  "GET /api/v1/admin/users/{id}",
  "GET /api/v1/admin/users/{id}/quotas",
  "GET /api/v1/admin/users/{id}/sessions",
  "GET /api/v1/auth/methods",
  "GET /api/v1/auth/session",
  "GET /api/v1/book/search",
  "GET /api/v1/conversations",
  "GET /api/v1/conversations/search",
  "GET /api/v1/conversations/{id}",
  "GET /api/v1/conversations/{id}/export",
  "GET /api/v1/conversations/{id}/messages",
  "GET /api/v1/mail/unsubscribe",
  "GET /api/v1/me",
  "GET /api/v1/me/activity",
  "GET /api/v1/me/acts",
  "GET /api/v1/me/bookmarks",
  "GET /api/v1/me/export",
  "GET /api/v1/me/passkeys",
  "GET /api/v1/me/preferences",
  "GET /api/v1/me/second-factor/trusted-devices",
  "GET /api/v1/me/sessions",
  "GET /api/v1/me/sign-in-methods",
  "GET /api/v1/me/usage",
  "GET /api/v1/messages/{id}/stream",
  "GET /healthz",
  "GET /readyz",
  "PATCH /api/v1/admin/reports/{id}",
  "PATCH /api/v1/conversations/{id}",
  "PATCH /api/v1/me",
  "PATCH /api/v1/me/passkeys/{id}",
  "PATCH /api/v1/me/preferences",
  "POST /api/v1/admin/claim",
  "POST /api/v1/admin/invitations",
  "POST /api/v1/auth/guest",
  "POST /api/v1/auth/login",
  "POST /api/v1/auth/logout",
  "POST /api/v1/auth/magic-link",
  "POST /api/v1/auth/magic-link/verify",
  "POST /api/v1/auth/passkey/options",
  "POST /api/v1/auth/passkey/verify",
  "POST /api/v1/auth/password/change",
  "POST /api/v1/auth/password/forgot",
  "POST /api/v1/auth/password/reset",
  "POST /api/v1/auth/refresh",
  "POST /api/v1/auth/register",
  "POST /api/v1/auth/second-factor",
  "POST /api/v1/auth/social",
  "POST /api/v1/auth/social/{provider}",
  "POST /api/v1/auth/step-up",
  "POST /api/v1/auth/step-up/mail",
  "POST /api/v1/auth/step-up/passkey",
  "POST /api/v1/auth/verify-email",
  "POST /api/v1/auth/verify-email/resend",
  "POST /api/v1/conversations",
  "POST /api/v1/conversations/{id}/messages",
  "POST /api/v1/guests/claim",
  "POST /api/v1/mail/unsubscribe",
  "POST /api/v1/mail/webhooks/resend",
  "POST /api/v1/me/bookmarks",
  "POST /api/v1/me/email",
  "POST /api/v1/me/email/confirm",
  "POST /api/v1/me/email/undo",
  "POST /api/v1/me/passkeys",
  "POST /api/v1/me/passkeys/options",
  "POST /api/v1/me/providers",
  "POST /api/v1/me/providers/{id}",
  "POST /api/v1/me/second-factor/recovery-codes",
  "POST /api/v1/me/second-factor/totp",
  "POST /api/v1/me/second-factor/totp/confirm",
  "POST /api/v1/messages/{id}/feedback",
  "POST /api/v1/messages/{id}/report",
  "POST /api/v1/messages/{id}/stop",
  "POST /api/v1/oauth/introspect",
  "PUT /api/v1/admin/users/{id}/ban",
  "PUT /api/v1/admin/users/{id}/quotas",
  "PUT /api/v1/admin/users/{id}/role",
];

test("the document describes the routes of the contract, and no other", () => {
  const described = operationsOf(document).map(({ method, address }) => `${method.toUpperCase()} ${address}`);
  expect(described.toSorted()).toEqual(contract);
});

test("every operation says what it is, whom it is for, and what it answers", () => {
  const tags = new Set(document.tags?.map(({ name }) => name));
  for (const { method, address, operation } of operationsOf(document)) {
    const where = `${method} ${address}`;
    expect(operation.operationId, where).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
    expect(operation.summary, where).toBeTruthy();
    expect(operation.description, where).toBeTruthy();
    expect(operation.security, where).toBeDefined();
    expect(
      operation.tags?.filter((tag) => tags.has(tag)),
      where,
    ).toHaveLength(1);
    for (const { bodies, status } of answerBodies(operation)) {
      // One for each media type: a file can be taken along in more than one.
      expect(bodies.length > 0, `${where} ${status}`).toBe(status !== 204);
    }
    for (const parameter of operation.parameters ?? []) {
      expect(JSON.stringify(parameter), where).toMatch(/"description":/);
    }
  }
});

test("the name of an operation is its own", () => {
  const names = operationsOf(document).map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
});

test("every body has an example, and every example fits its schema", () => {
  for (const { method, address, operation } of operationsOf(document)) {
    const where = `${method} ${address}`;
    const answers = answerBodies(operation).flatMap(({ bodies }) => bodies);
    const bodies = [...requestBodies(operation), ...answers];
    for (const body of bodies) expect(body.examples.length, where).toBeGreaterThan(0);
    expect(findMisfits(where, bodies)).toEqual([]);
  }
});

test("an example that does not fit would be found", () => {
  const schema = { $ref: "#/components/schemas/Account" };
  const body = { mediaType: "application/json", schema, examples: [{ name: "empty", value: {} }] };
  expect(findMisfits("nowhere", [body])).toHaveLength(1);
});

/** What is said of something that is used once, when it is not there. */
const spent = ["flow-invalid", "passkey-refused", "token-invalid"];

test("the server accepts every example of a request as it is", async () => {
  for (const { method, address, operation } of operationsOf(document)) {
    for (const { mediaType, examples } of requestBodies(operation)) {
      for (const { name, value } of examples) {
        const browser = server.browser();
        const conversation = await browser.post<{ id: string }>("/conversations", {}, { accessToken });
        const ways = operation.security ?? [];
        const guarded = ways.length > 0 && ways.every((way) => "accessToken" in way);
        const { status, body } = await browser.send(
          method.toUpperCase(),
          address.replace("{id}", conversation.body.id).replace("{provider}", "github"),
          {
            body:
              mediaType === formMediaType
                ? String(new URLSearchParams(value as Record<string, string>))
                : value,
            headers: { "content-type": mediaType },
            ...(guarded && { accessToken }),
          },
        );
        const { code = "none" } = body as { code?: string };
        expect(
          [400, 404, 415, 422, 500].includes(status) && !spent.includes(code),
          `${address}, ${name}: ${code}`,
        ).toBe(false);
      }
    }
  }
});

test("what a request's shape implies is among its problems, with a page and an example for each", () => {
  for (const { method, address, operation } of operationsOf(document)) {
    const where = `${method} ${address}`;
    const codes = problemsOf(operation);
    expect(codes, where).toContain("internal-error");
    if (operation.requestBody) {
      expect(codes, where).toEqual(expect.arrayContaining(["validation-failed", "body-too-large"]));
      const bodies = requestBodies(operation).map(({ mediaType }) => mediaType);
      expect(codes.includes("malformed-json"), where).toBe(bodies.includes("application/json"));
    }
    if (operation.security?.some((way) => "accessToken" in way)) {
      expect(codes, where).toEqual(
        expect.arrayContaining(["unauthenticated", "token-expired", "session-ended"]),
      );
    }
    if (method !== "get") expect(codes, where).toContain("origin-not-allowed");
    for (const code of codes) {
      const answer = JSON.stringify(operation.responses?.[problemKinds[code].status]);
      expect(answer, where).toContain(`(/problems/${code})`);
    }
  }
});

describe("the pages of the problems", () => {
  const read = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`);
    return { policy: answer.headers.get("content-security-policy") ?? "", text: await answer.text() };
  };

  test("say what happened, what to do, who answers it, and show the document", async () => {
    const { text } = await read("/problems/invalid-credentials");
    for (const part of ["What happened", "What to do", "POST /api/v1/auth/login", "requestId"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("/api/v1/conversations");
  });

  test("are listed", async () => {
    const { text } = await read("/problems");
    for (const code of problemCodes) expect(text).toContain(`href="/problems/${code}"`);
  });

  test("run no script", async () => {
    const { policy, text } = await read("/problems/not-found");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(text).not.toContain("<script");
  });
});

describe("the API reference", () => {
  test("comes from this origin alone, and runs its own scripts only", async () => {
    const answer = await fetch(`${server.url}/api/docs`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    const text = await answer.text();
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "no nonce";
    expect(policy).not.toContain("unsafe");
    const scripts = [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBe(2);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address);
    expect(addresses).toContain("/api/v1/openapi.json");
    for (const address of addresses) {
      expect(address).toMatch(/^(\/|data:,|\?lang=)/);
      if (address.startsWith("/api/docs/")) expect((await fetch(server.url + address)).status).toBe(200);
    }
  });

  test("is given another nonce each time", async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch(`${server.url}/api/docs`)).headers.get("content-security-policy")),
    );
    expect(policies[0]).not.toBe(policies[1]);
  });

  test("keeps no token and asks no validator", async () => {
    const script = await (await fetch(`${server.url}/api/docs/start.js`)).text();
    expect(script).toContain("validatorUrl: null");
    expect(script).toContain("persistAuthorization: false");
  });
});
