import { createRoute, z } from "@hono/zod-openapi";
import { DomainError } from "../domain-error.ts";
import { createHttpApp } from "../http/app-type.ts";
import { developerStyleSource } from "../http/developer-page.ts";
import { negotiateLanguage, viewOf } from "../http/page-view.ts";
import { unsubscribePath } from "../http/read-json.ts";
import { problems } from "../http/schemas.ts";
import { unsubscribePage } from "../http/unsubscribe-page.ts";
import type { Mail } from "./mail.ts";

const query = z.object({
  token: z
    .string()
    .max(200)
    .default("")
    .openapi({ description: "From the letter; it says who, and which letters." }),
  lang: z.string().max(35).optional().openapi({ description: "The language of the page." }),
});

const page = (description: string) => ({
  description,
  content: {
    "text/html": {
      schema: z.string(),
      example: "<!doctype html><title>No more such letters</title>",
    },
  },
});

/** The end of letters that nobody has to have: a button in the mail program, or a page with one. */
export function unsubscribeRoutes({ unsubscriptions, book }: Pick<Mail, "unsubscriptions" | "book">) {
  const open = { path: unsubscribePath, tags: ["account"], security: [], request: { query } };

  const pageRoute = createRoute({
    ...open,
    method: "get",
    operationId: "showUnsubscription",
    summary: "The page behind the link at the end of a letter",
    description:
      "Shows a button and changes nothing: mail scanners open every link. For a link that does not count the page says so.",
    middleware: [negotiateLanguage] as const,
    responses: { 200: page("The page"), 400: page("The page, for a link that does not count") },
  });

  const endRoute = createRoute({
    ...open,
    method: "post",
    operationId: "unsubscribe",
    summary: "End letters of one kind",
    description:
      "RFC 8058, for the button of mail programs and for the page. The token alone is the permission: no cookie counts, and any origin " +
      "may ask. Doing it twice changes nothing; the account page is the way back. Letters about safety have no such link.",
    middleware: [negotiateLanguage] as const,
    responses: { 200: page("It is done"), ...problems("token-invalid") },
  });

  return createHttpApp()
    .openapi(pageRoute, async (c) => {
      const wish = unsubscriptions.read(c.req.valid("query").token);
      protect(c);
      const view = await viewOf(c);
      return wish
        ? c.html(unsubscribePage(view, book, { state: "asks", category: wish.category }), 200)
        : c.html(unsubscribePage(view, book, { state: "unknown" }), 400);
    })
    .openapi(endRoute, async (c) => {
      const { token } = c.req.valid("query");
      const wish = unsubscriptions.read(token);
      if (!wish || !(await unsubscriptions.perform(token))) {
        throw new DomainError("token-invalid", "The link does not count.");
      }
      protect(c);
      return c.html(unsubscribePage(await viewOf(c), book, { state: "done", category: wish.category }), 200);
    });
}

function protect(c: { header(name: string, value: string): void }): void {
  c.header("cache-control", "no-store");
  c.header(
    "content-security-policy",
    `default-src 'none'; style-src ${developerStyleSource}; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  );
}
