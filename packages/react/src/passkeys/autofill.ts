/** A request is made anew before its challenge runs out, in milliseconds. */
const ARMED_FOR = 9 * 60_000;
/** Waits between two requests; they grow while the browser ends each at once. */
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

export interface Autofill {
  /** Lets the browser offer passkeys in the form's field, until {@link rest} is called or somebody signs in. */
  readonly arm: () => void;
  /** Resolves once the browser has let go: it takes one request at a time. */
  readonly rest: () => Promise<void>;
  /** Rests for good; the form that was there before this one has its turn again. */
  readonly leave: () => Promise<void>;
}

/** Those of this page, the newest last: a dialog may stand over a page that has the same form. */
const ofThisPage: Autofill[] = [];

interface AutofillOptions {
  /** @returns whether somebody has signed in */
  readonly signIn: (signal: AbortSignal) => Promise<boolean>;
  readonly onFailure: (error: unknown) => void;
  /** Those that ask the same browser. */
  readonly among?: Autofill[];
}

/**
 * Keeps one request for a passkey standing while a form is there. Whatever ends it but a sign-in, it is made anew:
 * a browser's field falls silent after the first error otherwise.
 */
export function createAutofill({ signIn, onFailure, among = ofThisPage }: AutofillOptions): Autofill {
  let wanted = false;
  let pause = SHORTEST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: { readonly controller: AbortController; readonly over: Promise<void> } | null = null;

  async function ask(controller: AbortController): Promise<void> {
    const begun = Date.now();
    const runsOut = setTimeout(() => controller.abort(), ARMED_FOR);
    try {
      if (await signIn(controller.signal)) wanted = false;
    } catch (error) {
      if (!controller.signal.aborted) onFailure(error);
    }
    clearTimeout(runsOut);
    request = null;
    pause = Date.now() - begun > LONGEST_PAUSE ? SHORTEST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    if (wanted) timer = setTimeout(begin, pause);
  }

  function begin() {
    if (!wanted || request !== null) return;
    const controller = new AbortController();
    request = { controller, over: ask(controller) };
  }

  function remove(): void {
    const place = among.indexOf(autofill);
    if (place >= 0) among.splice(place, 1);
  }

  async function rest(): Promise<void> {
    wanted = false;
    clearTimeout(timer);
    request?.controller.abort();
    await request?.over;
  }

  const autofill: Autofill = {
    arm() {
      wanted = true;
      const last = among.at(-1);
      if (last === autofill) return begin();
      remove();
      among.push(autofill);
      if (last === undefined) begin();
      else void last.rest().then(begin);
    },
    rest,
    async leave() {
      const isNewest = among.at(-1) === autofill;
      remove();
      await rest();
      if (isNewest) among.at(-1)?.arm();
    },
  };
  return autofill;
}
