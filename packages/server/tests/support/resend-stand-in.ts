import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One request to send a letter, as Resend would have got it. */
export interface SendRequest {
  readonly headers: IncomingMessage["headers"];
  readonly body: {
    readonly from: string;
    readonly to: readonly string[];
    readonly subject: string;
    readonly html: string;
    readonly text: string;
    readonly headers: Record<string, string>;
    readonly tags: readonly { name: string; value: string }[];
  };
}

interface Refusal {
  readonly status: number;
  readonly name: string;
  readonly message: string;
  readonly headers?: Record<string, string>;
}

/** Resend's own words, from its documentation of errors. */
export const refusals = {
  rateLimit: {
    status: 429,
    name: "rate_limit_exceeded",
    message:
      "Too many requests. You can only make 2 requests per second. See rate limit response headers for more information.",
    headers: {
      "retry-after": "1",
      "ratelimit-limit": "2",
      "ratelimit-remaining": "0",
      "ratelimit-reset": "1",
    },
  },
  quota: {
    status: 429,
    name: "daily_quota_exceeded",
    message: "You have reached your daily email sending quota.",
  },
  unverifiedDomain: {
    status: 403,
    name: "validation_error",
    message:
      "The example.org domain is not verified. Please, add and verify your domain on https://resend.com/domains",
  },
  testSender: {
    status: 403,
    name: "validation_error",
    message:
      "You can only send testing emails to your own email address (operator@example.net). To send emails to other recipients, please verify a domain at resend.com/domains, and change the `from` address to an email using this domain.",
  },
  invalidKey: { status: 403, name: "invalid_api_key", message: "API key is invalid" },
  sendsOnly: {
    status: 401,
    name: "restricted_api_key",
    message: "This API key is restricted to only send emails",
  },
  invalidTo: {
    status: 422,
    name: "validation_error",
    message: "Invalid `to` field. The email address needs to follow the `email@example.com` format.",
  },
  otherLetter: {
    status: 409,
    name: "invalid_idempotent_request",
    message: "This idempotency key has been used with a different request payload",
  },
  sameMoment: {
    status: 409,
    name: "concurrent_idempotent_requests",
    message: "Same idempotency key used while original request is still in progress",
  },
  broken: {
    status: 500,
    name: "application_error",
    message: "Something went wrong",
  },
} as const satisfies Record<string, Refusal>;

/** Speaks Resend's HTTP API, with the answers that a test wants. */
export interface ResendStandIn {
  readonly url: string;
  /** Every request, also those that were refused. */
  readonly requests: SendRequest[];
  /** Letters that were taken, by their idempotency key. */
  readonly taken: Map<string, SendRequest>;
  /** What is answered next; without it letters are taken. `silence` answers nothing. */
  refuse: Refusal | "silence" | undefined;
  readonly domains: { name: string; status: string }[];
  close(): Promise<void>;
}

export async function startResendStandIn(apiKey: string): Promise<ResendStandIn> {
  const requests: SendRequest[] = [];
  const taken = new Map<string, SendRequest>();
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
      outgoing
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(body));
    const refuse = ({ status, name, message, headers }: Refusal) =>
      answer(status, { statusCode: status, name, message }, headers);

    if (incoming.headers.authorization !== `Bearer ${apiKey}`) return refuse(refusals.invalidKey);
    const refusal = standIn.refuse;
    if (incoming.method === "GET" && incoming.url === "/domains") {
      return refusal && refusal !== "silence" ? refuse(refusal) : answer(200, { data: standIn.domains });
    }
    if (incoming.method !== "POST" || incoming.url !== "/emails") {
      return refuse({ status: 404, name: "not_found", message: "The requested endpoint does not exist." });
    }
    const request: SendRequest = {
      headers: incoming.headers,
      body: JSON.parse(Buffer.concat(chunks).toString("utf8")),
    };
    requests.push(request);
    if (refusal === "silence") return;
    if (refusal) return refuse(refusal);
    const key = String(incoming.headers["idempotency-key"]);
    if (!taken.has(key)) taken.set(key, request);
    return answer(200, { id: `re_${key}` });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const standIn: ResendStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    taken,
    refuse: undefined,
    domains: [],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return standIn;
}
