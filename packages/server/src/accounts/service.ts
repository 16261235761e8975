// Who somebody is: registering, proving an address, signing in with a password, and the profile. Each is
// a concept with a file of its own; this one joins them.
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { AccountsConfig } from "../config/config.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import type { Guests } from "../guests/service.ts";
import type { Mail } from "../mail/mail.ts";
import type { PreferencesService } from "../preferences/service.ts";
import type { Sessions } from "../sessions/service.ts";
import type { HashQueue } from "./hash-queue.ts";
import { createLogin } from "./login.ts";
import { createPasswordPolicy } from "./password-policy.ts";
import { createPasswords } from "./passwords.ts";
import { deleteExpired } from "./pending-queries.ts";
import { createProfile } from "./profile.ts";
import { createRegistration } from "./registration.ts";
import { createStepUp } from "./step-up.ts";
import { createVerification } from "./verification.ts";
import { createVerificationLetters } from "./verification-letters.ts";

export interface AccountsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly identities: Identities;
  readonly sessions: Sessions;
  readonly guests: Guests;
  readonly preferences: PreferencesService;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly hashQueue: HashQueue;
  readonly config: AccountsConfig;
  readonly bookUrl: string;
  readonly loginUrl: string;
  readonly findBookTitle: () => Promise<string | undefined>;
}

export function createAccounts(deps: AccountsDeps) {
  const { keyring, config } = deps;
  const passwords = createPasswords({ keyring, queue: deps.hashQueue, cost: config.bcryptCost });
  const policy = createPasswordPolicy({
    minLength: config.passwordMinLength,
    findBookTitle: deps.findBookTitle,
  });
  const letters = createVerificationLetters(deps);
  const registration = createRegistration({ ...deps, passwords, policy, letters });
  const verification = createVerification({ ...deps, passwords, policy, letters, registration });
  const login = createLogin({ ...deps, passwords, emailVerification: config.emailVerification });

  return {
    emailVerification: config.emailVerification,
    register: registration.register,
    registerAtOnce: registration.registerAtOnce,
    resendVerification: registration.resend,
    verifyEmail: verification.verify,
    login: login.login,
    stepUp: createStepUp({ ...deps, passwords }),
    profile: createProfile(deps),
    /** Removes registrations and letters' tokens whose time is over. */
    purge: () => deleteExpired(deps.database, deps.clock.now()),
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
