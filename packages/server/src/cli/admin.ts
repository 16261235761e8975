import { systemClock } from "../clock.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { readBanEnd } from "./ban-end.ts";
import { padColumns, widest } from "./columns.ts";
import type { Output } from "./output.ts";
import { readNewPassword } from "./read-password.ts";
import { withOperations } from "./with-operations.ts";

const maxReasonCharacters = 500;

export function printClaimLink(output: Output): Promise<void> {
  return withOperations(output, async (operations) => {
    const { url, expiresAt } = await operations.makeClaimLink();
    const { admin } = output.words;
    output.answer({ url, expiresAt }, [admin.link, `  ${output.paint("bold", url)}`, admin.linkLasts]);
  });
}

export async function createAdministrator(
  output: Output,
  { email, name }: { readonly email: string; readonly name?: string | undefined },
): Promise<void> {
  const password = await readNewPassword(output.words);
  const { admin, language } = output.words;
  await withOperations(output, async (operations) => {
    const created = await operations.createAdministrator({ email, name, language, password });
    output.answer({ ...created }, [
      admin.created(created),
      ...(created.setPasswordUrl === null ? [] : [admin.setPassword, `  ${created.setPasswordUrl}`]),
    ]);
  });
}

export function listStaff(output: Output): Promise<void> {
  return withOperations(output, async (operations) => {
    const accounts = await operations.listStaff();
    const { admin } = output.words;
    const roles = widest(["", ...accounts.map(({ role }) => role)]);
    const emails = widest(["", ...accounts.map(({ email }) => email)]);
    const lines = accounts.map(({ role, email, name, ...account }) => {
      const facts = [
        name,
        account.banned && output.paint("red", admin.facts.banned),
        !account.emailVerified && output.paint("yellow", admin.facts.unverified),
        account.twoFactor ? admin.facts.secondFactor : output.paint("yellow", admin.facts.noSecondFactor),
      ].filter((fact) => fact !== false && fact !== "");
      return `${padColumns(role, roles)}  ${padColumns(email, emails)}  ${facts.join(" · ")}`;
    });
    const nobody = !accounts.some(({ role }) => role === "admin");
    output.answer({ accounts }, nobody ? [...lines, admin.none] : lines);
  });
}

export async function changeRole(
  output: Output,
  { who, role, reason }: { readonly who: string; readonly role: string; readonly reason: string | undefined },
): Promise<void> {
  const change = { who, role, reason: requireReason(reason) };
  await withOperations(output, async (operations) => {
    const account = await operations.changeRole(change);
    output.answer({ ...account }, [output.words.admin.roleIs(account)]);
  });
}

export async function banAccount(
  output: Output,
  given: {
    readonly who: string;
    readonly reason?: string | undefined;
    readonly until?: string | undefined;
    readonly for?: string | undefined;
  },
): Promise<void> {
  const reason = requireReason(given.reason);
  const until = readBanEnd(given, systemClock.now())?.toISOString();
  await withOperations(output, async (operations) => {
    const account = await operations.banAccount({ who: given.who, reason, until });
    const { admin } = output.words;
    output.answer({ ...account, until: until ?? null }, [
      until === undefined ? admin.banned(account) : admin.bannedUntil({ ...account, moment: until }),
    ]);
  });
}

export async function unbanAccount(
  output: Output,
  { who, reason }: { readonly who: string; readonly reason: string | undefined },
): Promise<void> {
  const lifted = { who, reason: reason === undefined ? undefined : requireReason(reason) };
  await withOperations(output, async (operations) => {
    const account = await operations.unbanAccount(lifted);
    output.answer({ ...account }, [output.words.admin.unbanned(account)]);
  });
}

/** It is kept, and somebody reads it. */
function requireReason(given: string | undefined): string {
  const reason = given?.trim() ?? "";
  if (reason === "" || [...reason].length > maxReasonCharacters)
    throw new OperatorRefusal(({ admin }) => admin.noReason);
  return reason;
}
