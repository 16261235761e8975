import type {
  AccountTable,
  LetterRequestTable,
  LetterTokenTable,
  PendingRegistrationTable,
  UserTable,
} from "../accounts/tables.ts";
import type { DayCountTable } from "../admin/tables.ts";
import type { AdminClaimTable } from "../administrators/tables.ts";
import type { SecurityEventTable } from "../audit/tables.ts";
import type { VerificationTable } from "../better-auth/tables.ts";
import type { BookLexemeTable, BookPageTable, BookWordTable, PassageTable } from "../book/tables.ts";
import type { BookmarkTable } from "../bookmarks/tables.ts";
import type { ConversationTable, MessageTable } from "../chats/tables.ts";
import type { InvitationTable } from "../invitations/tables.ts";
import type { LimitCounterTable } from "../limits/counter-tables.ts";
import type { QuotaOverrideTable, QuotaReservationTable, QuotaUseTable } from "../limits/quota-tables.ts";
import type {
  AnnouncementTable,
  DeliveryEventTable,
  LetterTable,
  SuppressedAddressTable,
} from "../mail/tables.ts";
import type { AnsweredChallengeTable, PasskeyTable } from "../passkeys/tables.ts";
import type { PreferenceTable } from "../preferences/tables.ts";
import type { ProviderFlowTable } from "../providers/tables.ts";
import type { MessageFeedbackTable, ReportTable } from "../reports/tables.ts";
import type {
  RecoveryCodeTable,
  SignInChallengeTable,
  TotpSecretTable,
  TrustedDeviceTable,
} from "../second-factor/tables.ts";
import type { ServerSecretTable } from "../secrets/tables.ts";
import type {
  ActiveDayTable,
  DpopProofTable,
  JwksTable,
  KnownDeviceTable,
  RevocationTable,
  SessionTable,
} from "../sessions/tables.ts";

/**
 * Every table, as code sees it: camel case here, snake case in SQL. Each room describes the tables it
 * owns, and only that room writes them; `user` is Better Auth's to create and the guests' to promote and merge.
 */
export interface Tables {
  user: UserTable;
  account: AccountTable;
  passkey: PasskeyTable;
  answeredChallenge: AnsweredChallengeTable;
  verification: VerificationTable;
  pendingRegistration: PendingRegistrationTable;
  invitation: InvitationTable;
  letterToken: LetterTokenTable;
  letterRequest: LetterRequestTable;
  totpSecret: TotpSecretTable;
  recoveryCode: RecoveryCodeTable;
  trustedDevice: TrustedDeviceTable;
  signInChallenge: SignInChallengeTable;
  providerFlow: ProviderFlowTable;
  session: SessionTable;
  knownDevice: KnownDeviceTable;
  revocation: RevocationTable;
  dpopProof: DpopProofTable;
  jwks: JwksTable;
  serverSecret: ServerSecretTable;
  preference: PreferenceTable;
  conversation: ConversationTable;
  message: MessageTable;
  messageFeedback: MessageFeedbackTable;
  report: ReportTable;
  bookmark: BookmarkTable;
  limitCounter: LimitCounterTable;
  quotaReservation: QuotaReservationTable;
  quotaUse: QuotaUseTable;
  quotaOverride: QuotaOverrideTable;
  bookPage: BookPageTable;
  passage: PassageTable;
  bookLexeme: BookLexemeTable;
  bookWord: BookWordTable;
  letter: LetterTable;
  suppressedAddress: SuppressedAddressTable;
  deliveryEvent: DeliveryEventTable;
  announcement: AnnouncementTable;
  adminClaim: AdminClaimTable;
  securityEvent: SecurityEventTable;
  activeDay: ActiveDayTable;
  dayCount: DayCountTable;
}
