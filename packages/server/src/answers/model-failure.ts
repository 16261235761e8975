/** Why a language model gave no answer, in the words that an operator can act on. */
const modelFailureKinds = [
  "keyRefused",
  "modelUnknown",
  "tooManyRequests",
  "unreachable",
  "serverFault",
  "requestRefused",
  "notTheProtocol",
  "brokeOff",
  "silent",
  "empty",
  "saidItsRules",
] as const;

export type ModelFailureKind = (typeof modelFailureKinds)[number];

interface FailureFacts {
  /** Of the provider's answer, where there was one. */
  readonly status?: number | undefined;
  /** How long the provider asks to wait. */
  readonly retryAfterMs?: number | undefined;
  /** The same request may go through a moment later. */
  readonly passing?: boolean;
  /** What the provider said, without the key. It may repeat what a reader wrote, so it is never logged. */
  readonly said?: string | undefined;
}

/** A model that failed. Its message is for the log: it has no word of the provider, of the reader or of the key. */
export class ModelFailure extends Error {
  readonly kind: ModelFailureKind;
  readonly facts: FailureFacts;

  constructor(kind: ModelFailureKind, facts: FailureFacts = {}) {
    super(`${kind}${facts.status === undefined ? "" : ` (HTTP ${facts.status})`}`);
    this.name = "ModelFailure";
    this.kind = kind;
    this.facts = facts;
  }
}

/** Whatever a model threw, as a failure that can be logged. */
export function toModelFailure(error: unknown): ModelFailure {
  return error instanceof ModelFailure ? error : new ModelFailure("notTheProtocol");
}
