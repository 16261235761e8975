/**
 * A letter did not go out and will be tried again. The background jobs store this error, so it names a kind
 * of failure and neither the address nor what the mail server said about it.
 */
export class LetterNotSentError extends Error {
  constructor(failure: string) {
    super(failure);
    this.name = "LetterNotSentError";
    // The stack of a failure at the mail server leads nowhere, and it would be stored as well.
    delete this.stack;
  }
}

/** The letter's address is not one that a letter can be handed over for. */
export class AddressRefusedError extends Error {
  readonly code = "EADDRESS";

  constructor() {
    super("The letter's recipient is not one address.");
    this.name = "AddressRefusedError";
  }
}

/**
 * What went wrong in a few words for the outbox: codes of the mail client and the mail server (RFC 3463), for
 * instance `EENVELOPE 550 5.1.1`. Messages are left out, because mail servers repeat addresses and links in them.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return "unknown failure";
  const { code, responseCode, response } = error as {
    code?: unknown;
    responseCode?: unknown;
    response?: unknown;
  };
  const status = typeof response === "string" ? /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0] : undefined;
  const parts = [code, responseCode, status].filter(
    (part) => (typeof part === "string" && /^[\w.]{1,40}$/.test(part)) || typeof part === "number",
  );
  return parts.length > 0 ? parts.join(" ") : error.name.slice(0, 40);
}
