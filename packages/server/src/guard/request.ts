import type { IncomingHttpHeaders } from "node:http";

/** A request of Node's `http` (and so of Express and Fastify), or of the web's `fetch`. */
export type AnyRequest =
  | {
      readonly method?: string | undefined;
      readonly url?: string | undefined;
      /** What Express keeps when a router has shortened `url`. */
      readonly originalUrl?: string | undefined;
      readonly headers: IncomingHttpHeaders;
      readonly headersDistinct?: NodeJS.Dict<string[]> | undefined;
      readonly socket?: { readonly remoteAddress?: string | undefined } | undefined;
    }
  | Request;

/** What is asked about a request, wherever it comes from. */
export interface AskedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Two of one name arrive joined by a comma. */
  header(name: string): string | undefined;
  /** Of the connection; a request of `fetch` has none. */
  readonly socketAddress: string | undefined;
}

export function readRequest(request: AnyRequest): AskedRequest {
  const { method = "GET", headers, url = "/" } = request;
  if (headers instanceof Headers) {
    return {
      method,
      path: new URL(url).pathname,
      header: (name) => headers.get(name) ?? undefined,
      socketAddress: undefined,
    };
  }
  const node = request as Exclude<AnyRequest, Request>;
  return {
    method,
    path: (node.originalUrl ?? url).replace(/[?#].*$/s, ""),
    header: (name) => {
      // `headers` keeps the first of two tokens: what stands before us may have looked at the other.
      const value = node.headersDistinct?.[name] ?? node.headers[name];
      return Array.isArray(value) ? value.join(", ") : value;
    },
    socketAddress: node.socket?.remoteAddress,
  };
}
