/** What `bookplate invite` prints. */
export const invite = {
  help: {
    invite: "invite somebody to make an account",
    email: "for this address alone, which gets the link by letter",
    role: "what the account will be; user, where it is left out",
    expires: "how long it counts, such as 12h or 7d; 90d at the most",
    language: "of the letter, as a tag such as de",
    list: "show who is invited, and who has accepted",
    withdraw: "take an invitation back",
    id: "as invite list shows it",
  },
  made: ({ moment }: { moment: string }) => `This link makes one account, until ${moment}:`,
  mailed: ({ email }: { email: string }) => `It is on its way to ${email}, too.`,
  nobody: "Nobody is invited.",
  anybody: "whoever has the link",
  until: ({ moment }: { moment: string }) => `until ${moment}`,
  accepted: ({ moment }: { moment: string }) => `accepted ${moment}`,
  withdrawn: "The invitation counts no more.",
  noSuchInvitation: ({ id }: { id: string }) => `No invitation "${id}" waits.`,
  noSuchRole: ({ role }: { role: string }) => `There is no role "${role}".`,
  badExpiry: ({ value }: { value: string }) =>
    `"${value}" is not usable: it must look like 12h or 7d, and be 90d at the most.`,
  noAddress: ({ email }: { email: string }) => `"${email}" is not an address that letters can be sent to.`,
  taken: ({ email }: { email: string }) => `${email} has an account.`,
  closed: "Nobody can make an account, invited or not: SIGN_UP is closed. Write SIGN_UP=invitation.",
};

export type Invite = typeof invite;
