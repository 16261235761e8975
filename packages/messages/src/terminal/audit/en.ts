/** What `bookplate audit` prints. */
export const audit = {
  help: {
    audit: "see whether the record of security events is whole",
    verify:
      "walk through the chain of security events and say where it does not hold; exit code 1 if it does not",
    head: "a head that an earlier run printed and you kept elsewhere, as position:hash; finds a chain that was shortened",
  },
  events: ({ count }: { count: number }) => `Events in the chain: ${count}`,
  erased: ({ count }: { count: number }) => `Of these, emptied with accounts that were deleted: ${count}`,
  unchained: ({ count, moment }: { count: number; moment: string }) =>
    `Not in the chain yet: ${count}, the oldest since ${moment}`,
  behind: "An event should be in the chain within two minutes while a server runs.",
  cut: ({ position }: { position: number }) => `Removed at the end of their time: up to position ${position}`,
  head: ({ head }: { head: string }) => `Head, to be kept elsewhere: ${head}`,
  empty: "The chain is empty.",
  holds: "The chain holds.",
  broken: ({ count }: { count: number }) => `The chain does not hold. Places: ${count}`,
  faults: {
    changed: "the event does not say any more what it said",
    unlinked: "the event, its place or the one before it was replaced",
    missing: "events before this position are missing",
    erased: "the event is empty, and no deleted account accounts for it",
    head: "the head that you gave is not in the chain",
  },
  headThere: "The head that you gave is in the chain.",
  headCutOff: "The head that you gave is older than what is kept, and says nothing any more.",
  badHead: ({ value }: { value: string }) =>
    `"${value}" is no head: it is a position, a colon and 64 hexadecimal digits.`,
};

export type AuditWords = typeof audit;
