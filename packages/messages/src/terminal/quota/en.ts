/** What `bookplate quota` prints. */
export const quota = {
  help: {
    quota: "see what was asked today, give a reader limits of its own",
    show: "show what a reader has asked today and may ask; without a reader, everybody together",
    set: "give a reader limits of its own, which hold at once",
    reader: "the address of an account, or the id of an account or a guest",
    messages: "questions a day: a number, 0 for none at all, or default for what everybody has",
    tokens: "tokens a day, in the same way",
  },
  names: { messages: "questions", tokens: "tokens" },
  used: ({ name, used, limit }: { name: string; used: number; limit: number }) =>
    `${name}: ${used} of ${limit}`,
  usedWithoutLimit: ({ name, used }: { name: string; used: number }) => `${name}: ${used}, no limit`,
  own: "set for this reader",
  until: ({ moment }: { moment: string }) => `The day ends at ${moment}.`,
  serverWithoutLimit: "Everybody together may ask as much as they like: QUOTA_SERVER is not set.",
  noSuchReader: ({ reader }: { reader: string }) => `There is neither an account nor a guest "${reader}".`,
  badLimit: ({ value }: { value: string }) =>
    `"${value}" is neither a whole number of at most nine digits nor default.`,
  nothingToSet: "Say what to set: --messages, --tokens, or both.",
};

export type Quota = typeof quota;
