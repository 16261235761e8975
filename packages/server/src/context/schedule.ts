import { deleteEnded } from "../limits/counter-queries.ts";
import type { Administration } from "./administration.ts";
import type { Conversations } from "./conversations.ts";
import type { Foundation } from "./foundation.ts";
import type { Identity } from "./identity.ts";

/** What is done by the clock, each time on one node. What rooms do when something has happened, they define themselves. */
export function scheduleJobs(
  { jobs, database, clock, mail }: Foundation,
  { quotas, reports }: Conversations,
  { sessions, accounts, secondFactor, passkeys, providers, guestPurge }: Identity,
  { invitations, adminClaims, attackWatch, statistics, chain, auditRetention }: Administration,
): void {
  // What has expired can be asked for by nobody, and only takes up room.
  jobs.define({ name: "purge-expired", schedule: "17 * * * *" }, async () => {
    await sessions.purge();
    await accounts.purge();
    await secondFactor.purge();
    await mail.purge();
    await passkeys.purge();
    await providers.purge();
    await reports.purge();
    await invitations.purge();
    await quotas.purge();
    await deleteEnded(database.db, clock.now());
    await adminClaims.purge();
  });

  // Apart from the others: after a flood it takes minutes.
  jobs.define({ name: "purge-guests", schedule: "27 * * * *" }, async () => {
    await guestPurge.purge();
  });

  // Most times the key is young, and nothing is to be done.
  jobs.define({ name: "rotate-signing-keys", schedule: "47 * * * *" }, () =>
    sessions.signingKeys.rotateIfDue(),
  );

  // An answer that was lost with its server gives back what was reserved for it.
  jobs.define({ name: "release-lost-answers", schedule: "*/5 * * * *" }, quotas.releaseLost);

  jobs.define({ name: "watch-sign-ins", schedule: "*/5 * * * *", oneAtATime: true }, attackWatch.look);

  jobs.define({ name: "count-days", schedule: "11 * * * *" }, statistics.countYesterday);

  // No event is longer outside of the chain than this and the time that a round takes.
  jobs.define({ name: "chain-events", schedule: "* * * * *", oneAtATime: true }, async () => {
    await chain.append();
  });

  jobs.define({ name: "trim-events", schedule: "7 4 * * *", oneAtATime: true }, async () => {
    await auditRetention.trim();
  });
}
