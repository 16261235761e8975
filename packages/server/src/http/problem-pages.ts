import type { MiddlewareHandler } from "hono";
import { html } from "hono/html";
import { DomainError } from "../domain-error.ts";
import { problemCodes } from "../problem-codes.ts";
import type { HttpEnv } from "./app-type.ts";
import { problemKinds } from "./problem-titles.ts";

/** The page that a problem's `type` points to. */
export const problemPage: MiddlewareHandler<HttpEnv> = async (c) => {
  const code = problemCodes.find((known) => known === c.req.param("code"));
  if (!code) throw new DomainError("not-found", "There is no problem with this code.");
  const { status, title, page } = problemKinds[code];
  return c.html(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p><code>${code}</code>, status ${status}</p>
          <p>${page}</p>
        </main>
      </body>
    </html>`);
};
