import { generateKeyPair, generateProof } from "dpop";
import { createBrowserVault, createMemoryVault, type Vault } from "./dpop/vault.ts";

export { createMemoryVault, type Keepsake, type Vault } from "./dpop/vault.ts";

export interface BoundFetchOptions {
  /** Origin of the Bookplate server, as its `PUBLIC_URL` says; empty where the book and the server share one. */
  readonly baseUrl?: string;
  /** Names the site in the browser's storage, like the client's option. */
  readonly storageKey?: string;
  /** Where the key is kept; in a browser its IndexedDB, elsewhere the process's memory. */
  readonly vault?: Vault;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** A request as it is sent, and sent again. */
interface Call {
  readonly input: RequestInfo | URL;
  readonly init: RequestInit | undefined;
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  /** A bound token, which the proof must name. */
  readonly token: string | undefined;
}

/** As many tokens as a page may hold at once, with those that run out. */
const maxTokens = 10;

/**
 * The `fetch` of a client whose sessions are bound to a key of this device (RFC 9449): hand it to `createClient`. Each
 * request with a token of such a session carries a proof that is made for this one request, to whatever origin it goes.
 * Sessions are delivered in the body, and their refresh tokens are kept in the vault instead of a cookie.
 *
 * @returns a `fetch` that rejects as the one behind it does, and where no key can be made
 */
export function createBoundFetch(options: BoundFetchOptions = {}): typeof fetch {
  const { baseUrl = "", storageKey = "bookplate" } = options;
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const vault =
    options.vault ?? (globalThis.indexedDB ? createBrowserVault(storageKey) : createMemoryVault());
  const ownTokens = new Set<string>();
  /** Of each origin, the nonce that its next proof must carry. */
  const nonces = new Map<string, string>();

  async function prove({ url, method, headers, token }: Call): Promise<string | undefined> {
    const pair = await vault.keyPair(() => generateKeyPair("ES256"));
    const nonce = nonces.get(url.origin);
    headers.set("dpop", await generateProof(pair, url.origin + url.pathname, method, nonce, token));
    return nonce;
  }

  async function sendProven(call: Call): Promise<Response> {
    const { input, init, url, headers } = call;
    const once = isSentOnce(input, init);
    const attempt = async () => {
      const nonce = await prove(call);
      const response = await send(input instanceof Request ? input.clone() : input, { ...init, headers });
      const next = response.headers.get("dpop-nonce");
      if (next !== null) nonces.set(url.origin, next);
      return { response, mayRepeat: next !== null && next !== nonce && !once && isProofRefused(response) };
    };
    const first = await attempt();
    if (!first.mayRepeat) return first.response;
    await first.response.body?.cancel();
    return (await attempt()).response;
  }

  function remember(token: string): void {
    ownTokens.add(token);
    for (const oldest of ownTokens) if (ownTokens.size > maxTokens) ownTokens.delete(oldest);
  }

  /** A call that begins, continues or ends a session: what a cookie would do for it is done here. */
  async function sendSessionCall(call: Call, path: string, body: Record<string, unknown>): Promise<Response> {
    const before = await vault.read("refreshToken");
    const continues = path === "refresh";
    const sent = { ...body };
    if ("delivery" in body) sent.delivery = "body";
    if ((continues || path === "logout") && before !== null) sent.refreshToken = before;
    if (path.startsWith("verify-email"))
      sent.registrationProof ??= (await vault.read("registrationProof")) ?? undefined;
    const init: RequestInit = { ...call.init, body: JSON.stringify(sent) };
    // A cookie of an earlier, unbound session would contradict the token.
    if (continues) init.credentials = "omit";
    const response = await sendProven({ ...call, init });
    if (response.ok) await keep(await readAnswer(response), { before, replaces: continues });
    const isOver =
      path === "logout" ? response.ok : continues && response.status === 401 && (await isRefused(response));
    if (isOver) await vault.write("refreshToken", null, before);
    return response;
  }

  async function keep(answer: Answer, { before, replaces }: { before: string | null; replaces: boolean }) {
    const { accessToken, tokenType, refreshToken, registrationProof, account } = {
      ...answer,
      ...answer.session,
    };
    if (accessToken !== undefined && tokenType === "DPoP") remember(accessToken);
    if (registrationProof !== undefined) await vault.write("registrationProof", registrationProof);
    if (refreshToken === undefined) return;
    // A late answer to a guest or to a refresh must not take the place of a sign-in that was faster.
    await vault.write("refreshToken", refreshToken, replaces || account?.guest === true ? before : undefined);
    if (account?.guest === false) await vault.write("registrationProof", null);
  }

  return async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const url = new URL(request?.url ?? String(input), globalThis.document?.baseURI);
    const headers = new Headers(init?.headers ?? request?.headers);
    const method = (init?.method ?? request?.method ?? "GET").toUpperCase();
    const [, bearer = ""] = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "") ?? [];
    const token = ownTokens.has(bearer) ? bearer : undefined;
    if (token !== undefined) headers.set("authorization", `DPoP ${token}`);
    const call = { input, init, url, method, headers, token };

    const sessionCalls = new URL(`${baseUrl}/api/v1/auth/`, globalThis.document?.baseURI).href;
    if (method === "POST" && url.href.startsWith(sessionCalls) && typeof init?.body === "string") {
      return sendSessionCall(call, url.href.slice(sessionCalls.length), JSON.parse(init.body));
    }
    return token === undefined ? send(input, init) : sendProven(call);
  };
}

/** What answers of session calls may hold, as far as it is kept here. */
interface Answer {
  readonly accessToken?: string;
  readonly tokenType?: string;
  readonly refreshToken?: string;
  readonly registrationProof?: string;
  readonly account?: { readonly guest: boolean };
  readonly session?: Answer;
}

/** Whoever made the call reads the answer as well. */
async function readAnswer(response: Response): Promise<Answer> {
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return isJson ? ((await response.clone().json()) as Answer) : {};
}

/** The server's own word that the session is over, and not a proof that came too late. */
async function isRefused(response: Response): Promise<boolean> {
  const { code } = (await readAnswer(response)) as { code?: string };
  return code?.startsWith("refresh-") ?? false;
}

/** Other refusals come with a nonce, too, and are meant: a wrong password must not be sent twice. */
const isProofRefused = ({ status, headers }: Response): boolean =>
  status === 401 &&
  /\bDPoP\b.*\berror="?(use_dpop_nonce|invalid_dpop_proof)\b/i.test(headers.get("www-authenticate") ?? "");

/** A stream is gone once it has been read; a `Request` is cloned. */
const isSentOnce = (input: RequestInfo | URL, init: RequestInit | undefined): boolean =>
  !(input instanceof Request) &&
  typeof init?.body === "object" &&
  init.body !== null &&
  (init.body instanceof ReadableStream || Symbol.asyncIterator in init.body);
