import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { DomainError } from "../domain-error.ts";
import type { HttpEnv } from "./app-type.ts";

export const maxBodyBytes = 64 * 1024;

export const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new DomainError("body-too-large", "Bodies have at most 64 KiB.");
  },
});

/**
 * Reads the body once, strictly: JSON in UTF-8, declared as such. Everything else is refused here, so
 * that no plain HTML form ever reaches a handler (a form needs no preflight).
 */
export const readJson: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const method = c.req.method;
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return next();
  const bytes = await c.req.arrayBuffer();
  const contentType = c.req.header("content-type");
  if (bytes.byteLength === 0) {
    if (contentType !== undefined) requireJson(contentType);
    c.req.bodyCache.json = Promise.resolve({});
    return next();
  }
  requireJson(contentType);
  // The validators behind this take the parsed value from here.
  c.req.bodyCache.json = Promise.resolve(parse(bytes));
  return next();
};

function requireJson(contentType: string | undefined): void {
  const [type = "", ...parameters] = (contentType ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const utf8 = parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter) || parameter === "");
  if (type !== "application/json" || !utf8) {
    throw new DomainError("unsupported-media-type", "Bodies are application/json in UTF-8.");
  }
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DomainError("malformed-json", "The body is not JSON in UTF-8.", {}, { cause: error });
  }
}
