import { accountData, waysToSignInData } from "../accounts/account-personal-data.ts";
import type { PersonalData } from "../accounts/personal-data.ts";
import { activityData } from "../audit/personal-data.ts";
import { claimableBookmarks } from "../bookmarks/claimable.ts";
import { claimableConversations } from "../chats/claimable.ts";
import { type Claimable, personalDataOf } from "../guests/claimable.ts";
import { invitationsData } from "../invitations/personal-data.ts";
import { claimableUse } from "../limits/quota-claimable.ts";
import { lettersData } from "../mail/personal-data.ts";
import { passkeysData } from "../passkeys/personal-data.ts";
import { claimableReports, feedbackData } from "../reports/claimable.ts";
import { secondFactorData, trustedDevicesData } from "../second-factor/personal-data.ts";
import { knownDevicesData, sessionsData, visitsData } from "../sessions/personal-data.ts";

/** What readers own, room by room: it moves with a merge, keeps a guest from being purged, is in the reader's copy. */
export const claimables: readonly Claimable[] = [
  claimableConversations,
  claimableBookmarks,
  claimableUse,
  claimableReports,
];

/** The reader's copy, part by part. */
export const personalData: readonly PersonalData[] = [
  accountData,
  waysToSignInData,
  passkeysData,
  secondFactorData,
  trustedDevicesData,
  sessionsData,
  knownDevicesData,
  visitsData,
  activityData,
  lettersData,
  invitationsData,
  ...personalDataOf(claimables),
  feedbackData,
];
