// RFC 6238 with what every app understands: SHA-1, six digits, thirty seconds.
import { Secret, TOTP } from "otpauth";

const stepSeconds = 30;
const settings = { algorithm: "SHA1", digits: 6, period: stepSeconds } as const;
/** RFC 4226, section 4, requirement 6: 160 bits. */
const secretBytes = 20;
/** RFC 6238, section 5.2: a clock that is one step off, and the time that typing takes. */
const toleratedSteps = 1;

/** @returns Base32 without padding, as apps take it */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** What a QR code holds; see the Key Uri Format of Google Authenticator. */
export function otpauthUri(factor: { secret: string; issuer: string; label: string }): string {
  const { secret, label } = factor;
  // A colon parts issuer and label.
  const issuer = factor.issuer.replaceAll(":", " ");
  return new TOTP({ ...settings, secret: Secret.fromBase32(secret), issuer, label }).toString();
}

/** @returns the step that the code is of, or `undefined` where it is none of these minutes */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    ...settings,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp,
    window: toleratedSteps,
  });
  return delta === null ? undefined : Math.floor(timestamp / (stepSeconds * 1000)) + delta;
}
