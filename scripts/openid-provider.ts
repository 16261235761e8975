import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type Configuration, interactionPolicy } from "oidc-provider";
import { findFreePort } from "./free-port.ts";

/** Somebody as an OpenID provider knows them; `email_verified` may be anything that real ones say. */
export interface PersonAtProvider {
  /** The provider's own name for the person. */
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export interface RunningOpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** By what is written on their buttons. Changes count from the next sign-in on. */
  readonly people: Map<string, PersonAtProvider>;
  close(): Promise<void>;
}

/** What is written on the button that takes the reader back without signing in. */
export const cancelAtProvider = "Cancel";

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function page(people: Iterable<string>): string {
  const buttons = [...people, cancelAtProvider].map(
    (name) => `<button name="as" value="${escapeHtml(name)}">${escapeHtml(name)}</button>`,
  );
  return `<!doctype html><html lang="en"><title>Sign in</title><form method="post">${buttons.join("")}</form></html>`;
}

/** Who was there before is not remembered. */
function askingAnew() {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  const check = new Check("asks_anew", "Each sign-in asks who is there.", ({ oidc }) =>
    oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
  );
  policy.get("login")?.checks.add(check);
  return policy;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

/**
 * A real OpenID provider for tests and journeys: its page has a button for each person and one to cancel. PKCE is
 * required, and each sign-in asks anew.
 *
 * @param options.claimsInIdToken - whether the id token says the address; otherwise only the profile does
 */
export async function startOpenIdProvider(options: {
  redirectUris: readonly string[];
  people: Readonly<Record<string, PersonAtProvider>>;
  claimsInIdToken?: boolean;
}): Promise<RunningOpenIdProvider> {
  const port = await findFreePort();
  const issuer = `http://localhost:${port}`;
  const client = { clientId: "bookplate", clientSecret: "a secret between the two of them: 1+1=2" };
  const people = new Map(Object.entries(options.people));
  const find = (sub: string) => [...people.values()].find((person) => person.sub === sub);
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

  const configuration: Configuration = {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...options.redirectUris],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    cookies: { keys: ["a key of a provider for tests"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: options.claimsInIdToken !== true,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    ttl: { Session: 1, Interaction: 600, Grant: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 3600 },
    interactions: { policy: askingAnew(), url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const person = find(sub);
      return person && { accountId: sub, claims: () => ({ ...person }) };
    },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") {
      response.setHeader("content-type", "text/html").end(page(people.keys()));
      return;
    }
    const { params } = await provider.interactionDetails(request, response);
    const person = people.get((await readForm(request)).get("as") ?? "");
    if (!person) {
      const refusal = { error: "access_denied", error_description: "The person said no." };
      return provider.interactionFinished(request, response, refusal);
    }
    const grant = new provider.Grant({ accountId: person.sub, clientId: client.clientId });
    grant.addOIDCScope(String(params.scope));
    const result = {
      login: { accountId: person.sub, remember: false },
      consent: { grantId: await grant.save() },
    };
    return provider.interactionFinished(request, response, result);
  }

  const server = createServer((request, response) => {
    // Browsers ask for it by themselves.
    if (request.url === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    if (!request.url?.startsWith("/interaction/")) {
      answer(request, response);
      return;
    }
    interact(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));

  return {
    issuer,
    ...client,
    people,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
