import { isProblem } from "../errors.ts";
import type { Page, Passkey } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";
import type { SessionTaker, SignedIn } from "./auth.ts";
import type { ListQuery } from "./chats.ts";
import type { StepUpCalls } from "./step-up.ts";
import {
  createCredential,
  forgetCredential,
  getCredential,
  knowsPasskeys,
  makesPasskeys,
  offersPasskeys,
  type PasskeyPrompt,
} from "./webauthn.ts";

export interface PasskeyCalls {
  /**
   * What this browser can do: sign in with passkeys at all, offer them in a form's field, and make one on this device,
   * with its reader's finger, face or PIN.
   */
  readonly known: () => Promise<{
    readonly atAll: boolean;
    readonly inForms: boolean;
    readonly onDevice: boolean;
  }>;
  /**
   * Signs in with a passkey that the browser finds. No second factor is asked for.
   *
   * @param prompt.inForm - waits, for minutes, until the reader picks one in a field with `autocomplete="… webauthn"`
   * @param prompt.keepGuestChats - asked once the reader has picked one: a form may say something else by then
   * @returns `null` where the reader gave up
   */
  readonly signIn: (prompt?: PasskeySignInPrompt) => Promise<SignedIn | null>;
  /** Proves again who the reader is. @returns whether they went through with it */
  readonly stepUp: () => Promise<boolean>;
  /** In the order in which they were added. */
  readonly list: (query?: ListQuery) => Promise<Page<Passkey>>;
  /**
   * Adds a passkey; needs a fresh proof of who the reader is.
   *
   * @returns `null` where the reader gave up; `present` where the authenticator has one of theirs already
   */
  readonly add: (name?: string) => Promise<Passkey | "present" | null>;
  readonly rename: (id: string, name: string) => Promise<Passkey>;
  /** Removes one; needs a fresh proof of who the reader is. The last way to sign in stays: `last-sign-in-method`. */
  readonly remove: (id: string) => Promise<void>;
}

export interface PasskeySignInPrompt extends PasskeyPrompt {
  /** Whether a guest's things come along; where nobody was asked, they wait: see `claimable`. */
  readonly keepGuestChats?: () => boolean | undefined;
}

export function createPasskeyCalls(
  { anonymous, asGuest, signed }: Api,
  { signIn, stepUp }: SessionTaker & Pick<StepUpCalls, "stepUp">,
): PasskeyCalls {
  return {
    known: async () => ({
      atAll: knowsPasskeys(),
      inForms: await offersPasskeys(),
      onDevice: await makesPasskeys(),
    }),
    async signIn(prompt = {}) {
      const { requestId, options } = accepted(await anonymous.POST("/auth/passkey/options"));
      const credential = await getCredential(options, prompt);
      if (credential === null) return null;
      try {
        const keepGuestChats = prompt.keepGuestChats?.();
        const kept = keepGuestChats === undefined ? {} : { keepGuestChats };
        const body = { requestId, credential, delivery: "cookie", ...kept } as const;
        return signIn(accepted(await asGuest.POST("/auth/passkey/verify", { body })));
      } catch (error) {
        if (isProblem(error, "passkey-unknown")) await forgetCredential(options.rpId, credential.id);
        throw error;
      }
    },
    async stepUp() {
      const { requestId, options } = accepted(await signed.POST("/auth/step-up/passkey"));
      const credential = await getCredential(options, {});
      if (credential === null) return false;
      await stepUp({ method: "passkey", requestId, credential });
      return true;
    },
    list: async (query = {}) => accepted(await signed.GET("/me/passkeys", { params: { query } })),
    async add(name) {
      const { requestId, options } = accepted(await signed.POST("/me/passkeys/options"));
      const credential = await createCredential(options);
      if (credential === null || credential === "present") return credential;
      const body = { requestId, credential, ...(name !== undefined && { name }) };
      return accepted(await signed.POST("/me/passkeys", { body }));
    },
    rename: async (id, name) =>
      accepted(await signed.PATCH("/me/passkeys/{id}", { params: { path: { id } }, body: { name } })),
    async remove(id) {
      await signed.DELETE("/me/passkeys/{id}", { params: { path: { id } } });
    },
  };
}
