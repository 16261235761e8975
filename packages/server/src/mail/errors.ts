/** What an operator has to do so that letters go out again. */
export type Mend = "credentials" | "sender" | "quota" | "encryption" | "address";

interface Failure {
  /** Codes alone, for instance `EENVELOPE 550 5.1.1`: it is stored and logged, and names nobody. */
  readonly failure: string;
  /**
   * `way`: nothing goes out there at the moment. `letter`: this letter is not taken there. `recipient`: it would be
   * taken nowhere.
   */
  readonly blame: "way" | "letter" | "recipient";
  /** Another attempt would end like this one. */
  readonly lasting?: boolean;
  /** It may have gone out all the same. */
  readonly uncertain?: boolean;
  /** Nobody reads mail at this address. */
  readonly nobodyThere?: boolean;
  /** The provider asked to be left alone so long. */
  readonly retryAfterMs?: number | undefined;
  readonly mend?: Mend | undefined;
  /** The mail server's own words, for an operator who asked; they may name addresses and are never stored. */
  readonly answer?: string;
}

/** A letter did not go out. */
export class DeliveryError extends Error {
  readonly failure: string;
  readonly blame: Failure["blame"];
  readonly lasting: boolean;
  readonly uncertain: boolean;
  readonly nobodyThere: boolean;
  readonly retryAfterMs: number | undefined;
  readonly mend: Mend | undefined;
  readonly answer: string | undefined;

  constructor(facts: Failure) {
    super(facts.failure);
    this.name = "DeliveryError";
    this.failure = facts.failure;
    this.blame = facts.blame;
    this.lasting = facts.lasting ?? false;
    this.uncertain = facts.uncertain ?? false;
    this.nobodyThere = facts.nobodyThere ?? false;
    this.retryAfterMs = facts.retryAfterMs;
    this.mend = facts.mend;
    this.answer = facts.answer;
  }
}

/** A letter that could not even be handed over: it cannot be read, or written in words. */
export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const failure = error instanceof Error ? error.name.slice(0, 40) : "unknown failure";
  return new DeliveryError({ failure, blame: "letter" });
}

/** The letter's address is not one that a letter can be handed over for. */
export const addressRefused = () =>
  new DeliveryError({ failure: "EADDRESS", blame: "recipient", lasting: true, mend: "address" });
