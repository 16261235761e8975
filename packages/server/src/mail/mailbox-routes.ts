import { languages } from "@bookplate/messages/languages";
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { DomainError } from "../domain-error.ts";
import { buildMailboxPage } from "../http/mailbox-page.ts";
import { negotiateLanguage, type PageEnv, viewOf } from "../http/page-view.ts";
import { isLocalRequest } from "./mailbox-access.ts";
import { toMailboxLetter, translateLetter } from "./mailbox-letter.ts";
import type { Mailbox } from "./transports/mailbox.ts";

/** The local mailbox: for development alone, and there for nobody but this machine. */
export function mailboxRoutes(deps: { mailbox: Pick<Mailbox, "list"> }) {
  const { mailbox } = deps;
  const page = buildMailboxPage();

  const onlyLocal: MiddlewareHandler<PageEnv> = async (c, next) => {
    const origin = {
      peerAddress: findPeerAddress(c),
      host: c.req.header("host"),
      headerNames: c.req.raw.headers.keys(),
    };
    if (!isLocalRequest(origin)) throw nothingHere();
    c.header("cache-control", "no-store");
    c.header("cross-origin-resource-policy", "same-origin");
    await next();
  };

  return new Hono<PageEnv>()
    .get("/dev/mail", onlyLocal, negotiateLanguage, async (c) => {
      c.header("content-security-policy", page.contentSecurityPolicy);
      return c.html(page.render(await viewOf(c)));
    })
    .get("/dev/mail.json", onlyLocal, async (c) => {
      const letters = (await mailbox.list()).map(toMailboxLetter);
      // Letters never change, so the newest one and their number say whether the list did.
      const tag = `"${letters.length}-${letters[0]?.id ?? "empty"}"`;
      c.header("etag", tag);
      return c.req.header("if-none-match") === tag ? c.body(null, 304) : c.json(letters);
    })
    .get("/dev/mail/:id/:language", onlyLocal, async (c) => {
      const letter = (await mailbox.list()).find(({ id }) => id === c.req.param("id"));
      const language = languages.find((known) => known === c.req.param("language"));
      if (!letter || !language) throw nothingHere();
      const { subject, html, text } = await translateLetter(letter, language);
      return c.json({ subject, html, text });
    });
}

const nothingHere = () => new DomainError("not-found", "There is nothing at this address.");

function findPeerAddress(c: Context<PageEnv>): string | undefined {
  // A request without a socket (made inside the process) has no peer.
  const bindings: unknown = c.env;
  return typeof bindings === "object" && bindings !== null && "incoming" in bindings
    ? getConnInfo(c).remote.address
    : undefined;
}
