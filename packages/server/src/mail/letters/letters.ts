import type { Letter } from "../letter.ts";
import * as addresses from "./addresses.ts";
import * as endings from "./endings.ts";
import type { LetterFrame, LetterParts } from "./layout.ts";
import * as operators from "./operators.ts";
import * as signIn from "./sign-in.ts";

/** What a letter says; a kind that nobody writes does not compile. */
export function writeLetter(letter: Letter, frame: LetterFrame): LetterParts {
  switch (letter.kind) {
    case "verify-registration":
    case "verify-user":
      return addresses.writeVerification(letter, frame);
    case "already-registered":
      return addresses.writeAlreadyRegistered(letter, frame);
    case "email-change-confirm":
      return addresses.writeEmailChangeConfirm(letter, frame);
    case "email-changed":
      return addresses.writeEmailChanged(letter, frame);
    case "email-change-undone":
      return addresses.writeEmailChangeUndone(letter, frame);
    case "invitation":
      return addresses.writeInvitation(letter, frame);
    case "magic-link":
      return signIn.writeMagicLink(letter, frame);
    case "sign-in-code":
      return signIn.writeSignInCode(letter, frame);
    case "new-device":
      return signIn.writeNewDevice(letter, frame);
    case "session-stolen":
      return signIn.writeSessionStolen(letter, frame);
    case "password-reset":
      return signIn.writePasswordReset(letter, frame);
    case "password-changed":
      return signIn.writePasswordChanged(letter, frame);
    case "account-under-attack":
      return signIn.writeAccountUnderAttack(letter, frame);
    case "second-factor-changed":
      return signIn.writeSecondFactorChanged(letter, frame);
    case "sign-in-method-changed":
      return signIn.writeSignInMethodChanged(letter, frame);
    case "account-deleted":
      return endings.writeAccountDeleted(letter, frame);
    case "account-banned":
      return endings.writeAccountBanned(letter, frame);
    case "role-changed":
      return endings.writeRoleChanged(letter, frame);
    case "announcement":
      return operators.writeAnnouncement(letter, frame);
    case "mail-test":
      return operators.writeMailTest(letter, frame);
  }
}
