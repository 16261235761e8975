import type { SignInMethods } from "@bookplate/client";
import type { ComponentType } from "react";
import { RecoveryCodeProof, TotpProof } from "./CodeProof.tsx";
import { MailCodeProof } from "./MailCodeProof.tsx";
import { PasskeyProof } from "./PasskeyProof.tsx";
import { PasswordProof } from "./PasswordProof.tsx";

export type StepUpWay = SignInMethods["stepUp"][number];

/** What each way of proving who one is gets. */
export interface ProofProps {
  /** The server has accepted the proof; the client has the fresh token. */
  readonly onProven: () => void;
}

/** The ways, the handiest first. A way that is not here is not offered, whatever the server says. */
export const proofs: readonly (readonly [StepUpWay, ComponentType<ProofProps>])[] = [
  ["passkey", PasskeyProof],
  ["password", PasswordProof],
  ["totp", TotpProof],
  ["mail-code", MailCodeProof],
  ["recovery-code", RecoveryCodeProof],
];
