import type { PasskeySignInPrompt } from "@bookplate/client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useFailureText } from "../words/use-failure-text.ts";
import { createAutofill } from "./autofill.ts";

/** A sign-in on its way may still succeed: an error that is followed by it must not flash, in milliseconds. */
const PATIENCE = 300;

export interface PasskeySignIn {
  /** Whether there is anything to offer: this browser and this server know passkeys. */
  readonly offered: boolean;
  readonly busy: boolean;
  /** What went wrong; empty where nothing did. */
  readonly failure: string;
  /** Asks for a passkey in the browser's own dialog. */
  readonly signIn: () => void;
  /** Does something that signs in otherwise: the browser offers no passkeys meanwhile, and again where it fails. */
  readonly insteadOf: <Result>(act: () => Promise<Result>) => Promise<Result>;
}

/**
 * Passkeys of a sign-in form: the browser offers them in the field with `autocomplete="… webauthn"`, and on demand.
 *
 * @param served - whether the server takes them
 * @param keepGuestChats - what the form says about a guest's things; `null` while it asks nothing
 */
export function usePasskeySignIn(served: boolean, keepGuestChats: boolean | null): PasskeySignIn {
  const { client, status, loginWithPasskey } = useAuth();
  const failureText = useFailureText();
  const [known, setKnown] = useState({ atAll: false, inForms: false });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    let current = true;
    if (served)
      client.passkeys.known().then(
        (found) => current && setKnown(found),
        () => {},
      );
    return () => {
      current = false;
    };
  }, [client, served]);

  const say = useRef((_error: unknown) => {});
  say.current = (error) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setFailure(failureText(error)), PATIENCE);
  };
  // What counts is what the form says when the passkey is picked, minutes after the browser began to offer it.
  const keep = useRef(keepGuestChats);
  keep.current = keepGuestChats;
  const ask = useCallback(
    (prompt: Pick<PasskeySignInPrompt, "inForm" | "signal">) =>
      loginWithPasskey({ ...prompt, keepGuestChats: () => keep.current ?? undefined }),
    [loginWithPasskey],
  );
  const autofill = useMemo(
    () =>
      createAutofill({
        signIn: async (signal) => (await ask({ inForm: true, signal })) !== null,
        onFailure: (error) => say.current(error),
      }),
    [ask],
  );
  const isThere = status !== "user";
  useEffect(() => {
    if (known.inForms && isThere) autofill.arm();
    return () => {
      clearTimeout(waiting.current);
      void autofill.leave();
    };
  }, [autofill, known.inForms, isThere]);

  const insteadOf = useCallback(
    async <Result>(act: () => Promise<Result>): Promise<Result> => {
      setFailure("");
      clearTimeout(waiting.current);
      await autofill.rest();
      try {
        return await act();
      } catch (error) {
        // Where it succeeds the form goes, and a request would outlive it.
        if (known.inForms) autofill.arm();
        throw error;
      }
    },
    [autofill, known.inForms],
  );

  async function run() {
    if (busy) return;
    setBusy(true);
    try {
      const outcome = await insteadOf(() => ask({}));
      if (outcome === null && known.inForms) autofill.arm();
    } catch (error) {
      say.current(error);
    }
    setBusy(false);
  }

  return { offered: known.atAll, busy, failure, signIn: () => void run(), insteadOf };
}
