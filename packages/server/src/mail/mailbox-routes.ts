import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { DomainError } from "../domain-error.ts";
import { buildMailboxPage } from "../http/mailbox-page.ts";
import { negotiateLanguage, type PageEnv, viewOf } from "../http/page-view.ts";
import { isLocalRequest } from "./mailbox-access.ts";

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
    if (!isLocalRequest(origin)) throw new DomainError("not-found", "There is nothing at this address.");
    c.header("cache-control", "no-store");
    c.header("cross-origin-resource-policy", "same-origin");
    await next();
  };

  return new Hono<PageEnv>()
    .get("/dev/mail", onlyLocal, negotiateLanguage, async (c) => {
      c.header("content-security-policy", page.contentSecurityPolicy);
      return c.html(page.render(await viewOf(c)));
    })
    .get("/dev/mail.json", onlyLocal, (c) => {
      const letters = mailbox.list();
      // Letters never change, so the newest one and their number say whether the list did.
      const tag = `"${letters.length}-${letters[0]?.id ?? "empty"}"`;
      c.header("etag", tag);
      return c.req.header("if-none-match") === tag ? c.body(null, 304) : c.json(letters);
    });
}

function findPeerAddress(c: Context<PageEnv>): string | undefined {
  // A request without a socket (made inside the process) has no peer.
  const bindings: unknown = c.env;
  return typeof bindings === "object" && bindings !== null && "incoming" in bindings
    ? getConnInfo(c).remote.address
    : undefined;
}
