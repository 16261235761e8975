import type { SessionKeeper } from "../session.ts";
import type { StepUpProof } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";

export interface StepUpCalls {
  /** Proves again who the reader is; what was refused with `step-up-required` succeeds for ten minutes. */
  readonly stepUp: (proof: StepUpProof) => Promise<void>;
  /** Sends a code to the reader's address, for this session; the proof is `{ method: "mail-code", code }`. */
  readonly mailStepUpCode: () => Promise<void>;
}

export function createStepUpCalls({ signed }: Api, session: SessionKeeper): StepUpCalls {
  return {
    async stepUp(proof) {
      const asked = session.reader();
      const fresh = accepted(await signed.POST("/auth/step-up", { body: proof }));
      // Whoever signed in or out meanwhile has a session of their own.
      if (session.reader() === asked) session.renew(fresh);
    },
    async mailStepUpCode() {
      await signed.POST("/auth/step-up/mail");
    },
  };
}
