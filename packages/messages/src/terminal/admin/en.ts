import { en as forms } from "../../problems/en.ts";

/** What `bookplate admin` prints. */
export const admin = {
  help: {
    admin: "say who administers: the first administrator, roles, bans",
    link: "print a link that makes whoever opens it an administrator: once, for 30 minutes",
    create: "make an account that administers; its password is asked for, or read from standard input",
    email: "the account's address",
    name: "the account's name; without it what stands before the @",
    list: "list administrators and moderators",
    role: "give an account another role",
    who: "the address or the id of an account",
    roleName: "user, moderator, admin, or a role that the settings name",
    reason: "why; it is recorded, and the account's owner can read it",
    ban: "keep an account out, and end its sessions",
    until: "when the ban ends, such as 2027-01-31 or 2027-01-31T18:00Z",
    for: "how long it lasts, such as 45m, 12h or 7d; without an end it lasts until it is lifted",
    unban: "let an account in again",
  },
  link: "Open this link, sign in or create an account there, and press its button:",
  linkLasts: "It counts once, for 30 minutes. A link that was printed before counts no more.",
  password: "Password (leave it empty to get a link that sets one)",
  passwordAgain: "The same again",
  passwordsDiffer: "These are two different passwords.",
  cancelled: "Nothing was changed.",
  created: ({ email }: { email: string }) => `${email} is an administrator now.`,
  setPassword: "Whoever opens this link chooses the password, once, within 24 hours:",
  badEmail: ({ email }: { email: string }) => `"${email}" is no address that a letter can reach.`,
  badName: ({ name }: { name: string }) =>
    `"${name}" is no name: it has at least one character and 80 at most.`,
  emailTaken: ({ email }: { email: string }) =>
    `${email} has an account already. To make it an administrator: npx bookplate admin role ${email} admin --reason "…"`,
  noSuchAccount: ({ who }: { who: string }) => `There is no account "${who}".`,
  noSuchRole: ({ role, known }: { role: string; known: string }) =>
    `There is no role "${role}". There are ${known}.`,
  noReason: 'Say why: --reason "…", 500 characters at most.',
  lastAdmin: ({ email }: { email: string }) =>
    `${email} is the last administrator. Make somebody else one first: npx bookplate admin link`,
  roleIs: ({ email, role }: { email: string; role: string }) => `${email} has the role ${role}.`,
  banned: ({ email }: { email: string }) => `${email} is banned. Its sessions have ended.`,
  bannedUntil: ({ email, moment }: { email: string; moment: string }) =>
    `${email} is banned until ${moment}. Its sessions have ended.`,
  unbanned: ({ email }: { email: string }) => `${email} may sign in.`,
  untilOrFor: "Either --until or --for, not both.",
  badMoment: ({ value }: { value: string }) =>
    `"${value}" is no moment to come. Write it like 2027-01-31 or 2027-01-31T18:00Z.`,
  badSpan: ({ value }: { value: string }) =>
    `"${value}" is no length of time. Write it in minutes, hours or days: 45m, 12h, 7d.`,
  none: "Nobody administers yet. A link that makes somebody an administrator: npx bookplate admin link",
  /** Why a field is refused, as the forms say it. */
  fields: forms.fields,
  facts: {
    secondFactor: "two-step sign-in",
    noSecondFactor: "no two-step sign-in",
    unverified: "address not confirmed",
    banned: "banned",
  },
};

export type Admin = typeof admin;
