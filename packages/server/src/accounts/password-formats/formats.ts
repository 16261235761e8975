import { argon2 } from "./argon2.ts";
import { bcrypt, djangoBcryptSha256, passlibBcryptSha256 } from "./bcrypt.ts";
import { firebaseScrypt } from "./firebase-scrypt.ts";
import type { PasswordFormat } from "./format.ts";
import { djangoPbkdf2, passlibPbkdf2 } from "./pbkdf2.ts";
import { djangoScrypt, passlibScrypt } from "./scrypt.ts";

/** Each looks at the beginning first, and no beginning is another's. */
const formats: readonly PasswordFormat[] = [
  bcrypt,
  argon2,
  passlibPbkdf2,
  passlibScrypt,
  passlibBcryptSha256,
  djangoPbkdf2,
  djangoBcryptSha256,
  djangoScrypt,
  firebaseScrypt,
];

/** Reads a stored hash in whichever format it is; see {@link PasswordFormat}. Takes no time. */
export const readPasswordHash: PasswordFormat = (stored) => {
  for (const format of formats) {
    const read = format(stored);
    if (read !== undefined) return read;
  }
  return undefined;
};
