/** Who may make an account, to somebody who wants one. English is the shape of this area. */
export const en = {
  closedTitle: "No new accounts",
  closed: "This book takes no new accounts at the moment. You can read it all without one.",
  neededTitle: "By invitation",
  needed: "New accounts are made by invitation here. If you were sent one, open its link, or paste it here.",
  link: "Link of your invitation",
  linkWrong: "This is not the link of an invitation.",
  submit: "Go on",
  invited: "You are invited. Choose a name and a password.",
  domains: ({ domains }: { domains: string }) => `Accounts here are for addresses at ${domains}.`,
};
