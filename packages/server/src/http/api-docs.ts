import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { html } from "hono/html";
import { developerBar, developerPage, developerStyleSource } from "./developer-page.ts";
import { negotiateLanguage, type PageEnv, type PageView, viewOf } from "./page-view.ts";

const ours = join(import.meta.dirname, "api-docs-page");
/** The package is found and its files are read at the first request; no start waits for it. */
const swaggerUi = () => dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

const files = [
  { name: "swagger-ui.css", type: "text/css", folder: swaggerUi },
  { name: "swagger-ui-bundle.js", type: "text/javascript", folder: swaggerUi },
  { name: "style.css", type: "text/css", folder: () => ours },
  { name: "start.js", type: "text/javascript", folder: () => ours },
];

/**
 * The API reference: Swagger UI over the document that this server describes itself with. Everything
 * comes from this origin and nothing is asked elsewhere; only the scripts of this page run on it.
 */
export function apiDocs(): Hono<PageEnv> {
  const docs = new Hono<PageEnv>();
  docs.get("/api/docs", negotiateLanguage, async (c) => {
    const nonce = randomBytes(16).toString("base64");
    c.header("content-security-policy", policyFor(nonce));
    c.header("cache-control", "no-store");
    return c.html(page(nonce, await viewOf(c)));
  });
  docs.use("/api/docs/*", compress());
  for (const { name, type, folder } of files) {
    docs.get(`/api/docs/${name}`, async (c) => {
      const content = await readFile(join(folder(), name));
      c.header("content-type", `${type}; charset=utf-8`);
      c.header("cache-control", "public, max-age=3600");
      return c.body(new Uint8Array(content));
    });
  }
  return docs;
}

function policyFor(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' ${developerStyleSource}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function page(nonce: string, view: PageView) {
  const { reference, docs } = view.words;
  return developerPage({
    view,
    title: reference,
    head: html`<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/style.css">
`,
    body: html`${developerBar(html`<h1 class="name">${docs.name}</h1>`, view)}
<noscript><p class="document">${docs.needsScript}
<a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p></noscript>
<main id="reference" lang="en" dir="ltr"></main>
<script nonce="${nonce}" src="/api/docs/swagger-ui-bundle.js"></script>
<script nonce="${nonce}" src="/api/docs/start.js"></script>`,
  });
}
