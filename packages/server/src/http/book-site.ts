import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { HttpEnv } from "./app-type.ts";

const hashedAsset = /^\/assets\/.+\.[0-9a-f]{8,}\./;

/**
 * Serves the built book: files as they are, pages without their ending, and the book's own page for
 * what does not exist. Each page's inline scripts are named by hash in its Content-Security-Policy, so
 * that no other script runs (OWASP ASVS 5.0, 3.4.3).
 */
export function bookSite(options: { directory: string }): Hono<HttpEnv> {
  const root = join(options.directory, "build");
  const site = new Hono<HttpEnv>();
  const policies = new Map<string, string>();

  async function page(path: string): Promise<string | undefined> {
    return readFile(join(root, path), "utf8").catch(() => undefined);
  }

  function policyFor(html: string): string {
    const known = policies.get(html);
    if (known) return known;
    const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
    );
    const policy = [
      "default-src 'self'",
      `script-src 'self' ${[...new Set(hashes)].join(" ")}`.trim(),
      // Docusaurus and Infima set styles on elements.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: https:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; ");
    policies.set(html, policy);
    return policy;
  }

  site.get("*", async (c, next) => {
    const path = decodePath(c.req.path);
    if (path === undefined || /\.[A-Za-z0-9]{2,5}$/.test(path)) return next();
    const clean = path.replace(/\/+$/, "");
    const html = (await page(`${clean}/index.html`)) ?? (clean ? await page(`${clean}.html`) : undefined);
    if (html === undefined) return next();
    c.header("content-security-policy", policyFor(html));
    c.header("cache-control", "no-cache");
    return c.html(html);
  });

  site.get(
    "*",
    serveStatic({
      root,
      onFound: (_path, c) => {
        c.header(
          "cache-control",
          hashedAsset.test(c.req.path) ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    }),
  );

  site.get("*", async (c) => {
    const html = await page("404.html");
    if (html === undefined) return c.text("The book has not been built yet.", 404);
    c.header("content-security-policy", policyFor(html));
    return c.html(html, 404);
  });

  return site;
}

/** The path as a file name, or `undefined` where it leaves the book or cannot be read. */
function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.split("/").includes("..") || decoded.includes("\0") || decoded.includes("\\")
      ? undefined
      : decoded;
  } catch {
    // Percent signs that encode nothing name no file.
    return undefined;
  }
}
