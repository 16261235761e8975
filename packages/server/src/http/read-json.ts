import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { DomainError } from "../domain-error.ts";
import type { HttpEnv } from "./app-type.ts";
import { apiBase } from "./openapi-operations.ts";

export const maxBodyBytes = 64 * 1024;

const jsonMediaType = "application/json";
export const formMediaType = "application/x-www-form-urlencoded";
/** The one place where a standard wants a form (RFC 7662, section 2.1). A token in a header guards it, no cookie. */
export const introspectionPath = "/oauth/introspect";

/** Another: mail programs send what RFC 8058 says, and nothing of it is read. The link's token guards it, no cookie. */
export const unsubscribePath = "/mail/unsubscribe";

const bodyless = new Set(["GET", "HEAD", "OPTIONS"]);

function refuseLongBody(): never {
  throw new DomainError("body-too-large", "Bodies have at most 64 KiB.");
}

/** Counts what arrives; for this the body has to become a web stream, which is slow. */
const limitStream = bodyLimit({ maxSize: maxBodyBytes, onError: refuseLongBody });

/** A declared length is the body's length: Node's parser reads no byte more. */
export const limitBody: MiddlewareHandler<HttpEnv> = (c, next) => {
  if (bodyless.has(c.req.method) || isRead(c)) return next();
  const length = c.req.header("content-length");
  if (length === undefined || c.req.header("transfer-encoding") !== undefined) return limitStream(c, next);
  return Number(length) > maxBodyBytes ? refuseLongBody() : next();
};

/**
 * Reads the body once, strictly: JSON in UTF-8, declared as such. Everything else is refused here, so
 * that no plain HTML form ever reaches a handler (a form needs no preflight).
 */
export const readJson: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (bodyless.has(c.req.method) || isRead(c)) return next();
  const contentType = c.req.header("content-type");
  if (c.req.path === apiBase + introspectionPath) {
    requireType(contentType, formMediaType);
    return next();
  }
  if (c.req.path === apiBase + unsubscribePath) return next();
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength === 0) {
    if (contentType !== undefined) requireType(contentType, jsonMediaType);
    c.req.bodyCache.json = Promise.resolve({});
    return next();
  }
  requireType(contentType, jsonMediaType);
  // The validators behind this take the parsed value from here.
  c.req.bodyCache.json = Promise.resolve(parse(bytes));
  return next();
};

/** In front of both, for whoever must know that the body is there; then they do nothing more. */
export const readBody: MiddlewareHandler<HttpEnv> = (c, next) =>
  limitBody(c, async () => void (await readJson(c, next)));

const isRead = (c: Context<HttpEnv>) => c.req.bodyCache.json !== undefined;

/** What {@link readJson} has read: `{}` where there is no body, on which the library's own reader would stumble. */
export async function parsedBody(c: Context<HttpEnv>): Promise<unknown> {
  return (await c.req.bodyCache.json) ?? {};
}

function requireType(contentType: string | undefined, mediaType: string): void {
  const [type = "", ...parameters] = (contentType ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const utf8 = parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter) || parameter === "");
  if (type !== mediaType || !utf8) {
    throw new DomainError("unsupported-media-type", `Bodies are ${mediaType} in UTF-8.`);
  }
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DomainError("malformed-json", "The body is not JSON in UTF-8.", {}, { cause: error });
  }
}
