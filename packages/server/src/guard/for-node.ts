import type { IncomingMessage, ServerResponse } from "node:http";
import type { Principal } from "../sessions/principal.ts";
import type { Admission } from "./guard.ts";
import { type AskedRequest, readRequest } from "./request.ts";

/** A request of `node:http`; Express's is one. */
export type NodeRequest = IncomingMessage & { readonly originalUrl?: string };

/** Calls `next` when the request may pass, and answers it otherwise. */
export type NodeHandler = (
  request: NodeRequest,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => Promise<void>;

export function forNode(
  admit: (asked: AskedRequest) => Promise<Admission>,
  remember: (request: NodeRequest, principal: Principal) => void,
): NodeHandler {
  return async (request, response, next) => {
    const admission = await admit(readRequest(request));
    for (const [name, value] of admission.headers) response.appendHeader(name, value);
    if ("refusal" in admission) {
      const { status, headers, body } = admission.refusal;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.statusCode = status;
      response.end(body);
      return;
    }
    response.setHeader("cache-control", "no-store");
    if (admission.principal) remember(request, admission.principal);
    next();
  };
}
