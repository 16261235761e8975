// Who somebody is: registering, proving an address, signing in with a password, and the profile. Each is
// a concept with a file of its own; this one joins them.
import type { Logger } from "pino";
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { AccountsConfig } from "../config/config.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import type { Jobs } from "../database/jobs.ts";
import type { Guests } from "../guests/service.ts";
import type { IdentifierLimits } from "../limits/identifier-limits.ts";
import type { Policy } from "../limits/policies.ts";
import type { Mail } from "../mail/mail.ts";
import type { PreferencesService } from "../preferences/service.ts";
import type { LinkedProvider } from "../providers/schemas.ts";
import type { RoleTable } from "../roles/roles.ts";
import type { SecondFactor } from "../second-factor/service.ts";
import type { Sessions } from "../sessions/service.ts";
import { createAddresses } from "./addresses.ts";
import { createDeletion } from "./deletion.ts";
import { createEmailChange } from "./email-change.ts";
import { createEmailUndo } from "./email-undo.ts";
import { createFailedSignIns } from "./failed-sign-ins.ts";
import type { HashPool } from "./hash-pool.ts";
import { createLeakedPasswords } from "./leaked-passwords.ts";
import { createLetterRequests } from "./letter-requests.ts";
import { deleteExpired as deleteExpiredTokens } from "./letter-token-queries.ts";
import { createLetterTokens } from "./letter-tokens.ts";
import { createLogin } from "./login.ts";
import { createMagicLinks } from "./magic-link.ts";
import { createNewPassword } from "./new-password.ts";
import { createPasswordChange } from "./password-change.ts";
import { createPasswordPolicy } from "./password-policy.ts";
import { createPasswordReset } from "./password-reset.ts";
import { createPasswords } from "./passwords.ts";
import { deleteExpired } from "./pending-queries.ts";
import { createDataExport, type PersonalData } from "./personal-data.ts";
import { createProfile } from "./profile.ts";
import { createRegistration } from "./registration.ts";
import { createSecondStep } from "./second-step.ts";
import { createSignIns } from "./sign-in.ts";
import { createSignInMethods } from "./sign-in-methods.ts";
import { createSignUpPolicy } from "./sign-up-policy.ts";
import { createStepUp } from "./step-up.ts";
import { createDropUnproven } from "./unproven.ts";
import { createVerification } from "./verification.ts";
import { createVerificationLetters } from "./verification-letters.ts";
import { createVouchedAccounts } from "./vouched-account.ts";

export interface AccountsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly identities: Identities;
  readonly sessions: Sessions;
  readonly guests: Guests;
  readonly secondFactor: SecondFactor;
  readonly roleTable: RoleTable;
  readonly preferences: PreferencesService;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly jobs: Jobs;
  readonly hashPool: HashPool;
  readonly log: Logger;
  readonly config: AccountsConfig;
  readonly identifierLimits: Pick<IdentifierLimits, "charge">;
  /** How often letters may be asked for to one address; `undefined`: without end. */
  readonly letterLimit: Policy | undefined;
  readonly bookUrl: string;
  readonly loginUrl: string;
  readonly forgotUrl: string;
  /** What every room holds about a reader. */
  readonly personalData: readonly PersonalData[];
  readonly findBookTitle: () => Promise<string | undefined>;
  /** The providers that a reader has linked. */
  readonly listLinks: (userId: string) => Promise<LinkedProvider[]>;
}

export function createAccounts(deps: AccountsDeps) {
  const { keyring, config } = deps;
  const passwords = createPasswords({ keyring, pool: deps.hashPool, algorithm: config.passwordHash });
  const policy = createPasswordPolicy({
    minLength: config.passwordMinLength,
    findBookTitle: deps.findBookTitle,
    isLeaked: config.passwordRangeCheckUrl
      ? createLeakedPasswords({ ...deps, url: config.passwordRangeCheckUrl }).has
      : undefined,
  });
  const tokens = createLetterTokens(deps);
  const letters = createVerificationLetters({ ...deps, tokens });
  const requests = createLetterRequests(deps);
  const addresses = createAddresses(deps);
  const signUpPolicy = createSignUpPolicy({ ...deps, signUp: config.signUp });
  const registration = createRegistration({
    ...deps,
    passwords,
    policy,
    requests,
    letters,
    addresses,
    signUpPolicy,
  });
  const signIns = createSignIns({ ...deps, emailVerification: config.emailVerification });
  const dropUnproven = createDropUnproven(deps);
  const verification = createVerification({
    ...deps,
    signIns,
    passwords,
    policy,
    tokens,
    addresses,
    registration,
    signUpPolicy,
    dropUnproven,
  });
  const noteFailedSignIn = createFailedSignIns(deps);
  const login = createLogin({ ...deps, passwords, signIns, noteFailedSignIn });
  const stepUp = createStepUp({ ...deps, passwords, tokens, noteFailedSignIn });
  const setPassword = createNewPassword({ ...deps, tokens });
  const reset = createPasswordReset({
    ...deps,
    tokens,
    requests,
    registration,
    passwords,
    policy,
    setPassword,
    dropUnproven,
  });
  const emailChange = createEmailChange({ ...deps, stepUp, tokens, requests, addresses });
  const magicLinks = createMagicLinks({ ...deps, tokens, requests, registration, signIns });

  return {
    emailVerification: config.emailVerification,
    register: registration.register,
    registerAtOnce: registration.registerAtOnce,
    resendVerification: registration.resend,
    verifyEmail: verification.verify,
    login: login.login,
    magicLinks,
    /** Where every first factor ends. */
    signIns,
    listSignInMethods: createSignInMethods(deps),
    takeSecondStep: createSecondStep({ ...deps, signIns }),
    /** What letters carry, for whoever else writes letters that lead back here. */
    letterTokens: tokens,
    letterRequests: requests,
    addresses,
    signUpPolicy,
    stepUp,
    forgotPassword: reset.ask,
    resetPassword: reset.reset,
    /** For so many passwords at once there is a place. */
    hashingPlaces: passwords.places,

    changePassword: createPasswordChange({ ...deps, stepUp, passwords, policy, setPassword }),
    changeEmail: emailChange.ask,
    confirmEmail: emailChange.confirm,
    undoEmailChange: createEmailUndo({ ...deps, tokens }),
    /** Checks a new password and hashes it. @throws {ValidationError} {ServerBusyError} */
    async hashNewPassword(password: string, owner: { email: string; name: string }): Promise<string> {
      await policy.require("password", password, owner);
      return passwords.hash(password);
    },
    createVouched: createVouchedAccounts({ ...deps, tokens, addresses }),
    profile: createProfile(deps),
    exportData: createDataExport(deps),
    deleteAccount: createDeletion(deps),
    /** Removes registrations and letters' tokens whose time is over. */
    async purge(): Promise<void> {
      const now = deps.clock.now();
      await deleteExpiredTokens(deps.database, now);
      await deleteExpired(deps.database, now);
      await requests.purge();
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
