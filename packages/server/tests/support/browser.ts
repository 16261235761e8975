export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly accessToken?: string | undefined;
  /** `null` leaves the header out. */
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Redirects are followed unless this says otherwise. */
  readonly redirect?: NonNullable<RequestInit["redirect"]>;
}

/** What a browser does around a request: it keeps cookies and names its origin. */
export interface TestBrowser {
  readonly cookies: Map<string, string>;
  get<T = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(
    path: string,
    body?: unknown,
    options?: RequestOptions,
  ): Promise<Answer<T>>;
  send<T = Record<string, unknown>>(
    method: string,
    path: string,
    options?: RequestOptions,
  ): Promise<Answer<T>>;
}

/** Takes over what an answer sets and clears. */
export function keepCookies(cookies: Map<string, string>, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split("; ");
    const name = pair.slice(0, pair.indexOf("="));
    if (attributes.some((attribute) => attribute.toLowerCase() === "max-age=0")) cookies.delete(name);
    else cookies.set(name, pair.slice(name.length + 1));
  }
}

export function createBrowser(url: string): TestBrowser {
  const cookies = new Map<string, string>();

  async function send<T>(method: string, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
    const { body, accessToken, origin = url, redirect = "follow" } = options;
    const headers = new Headers(options.headers);
    if (origin !== null) headers.set("origin", origin);
    if (body !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
    if (accessToken !== undefined) headers.set("authorization", `Bearer ${accessToken}`);
    if (cookies.size > 0)
      headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const payload = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const address =
      path.startsWith("/api") || path.startsWith("/.") ? `${url}${path}` : `${url}/api/v1${path}`;
    const answer = await fetch(address, {
      method,
      headers,
      redirect,
      ...(payload !== undefined && { body: payload }),
    });
    keepCookies(cookies, answer.headers);
    const text = await answer.text();
    const json = text !== "" && /json/.test(answer.headers.get("content-type") ?? "");
    return { status: answer.status, headers: answer.headers, body: (json ? JSON.parse(text) : text) as T };
  }

  return {
    cookies,
    send,
    get: (path, options) => send("GET", path, options),
    post: (path, body = {}, options) => send("POST", path, { ...options, body }),
  };
}
